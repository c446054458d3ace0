package viva.llm.embedding;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Turns texts into vectors of length one, so that their scalar product is the cosine of the angle between them. */
interface Embedder {
    /** One vector for each text, in order; fails with a {@code Rejected} when too much waits or the model is not there. */
    Uni<List<float[]>> embed(List<String> texts, Purpose purpose);

    /** The name of the model; vectors of different models cannot be compared. */
    String model();

    int dimensions();
}
