package viva.avatar.search;

import io.smallrye.mutiny.Uni;
import java.util.function.ToDoubleFunction;
import viva.avatar.embedding.Embeddings.Embedded;
import viva.avatar.recall.Remembered;

/** Compares a question with the vectors of one avatar's memories. */
interface MemoryIndex {
    /** The cosine of each memory with a question, in [-1, 1]; NaN for one without a vector of the question's model. */
    Uni<ToDoubleFunction<Remembered>> cosines(Shelf shelf, Embedded question);
}
