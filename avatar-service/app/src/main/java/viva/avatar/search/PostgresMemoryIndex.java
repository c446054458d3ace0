package viva.avatar.search;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import viva.avatar.embedding.Embeddings.Embedded;
import viva.avatar.recall.Remembered;

/** Exact among the avatar's memories, whose vectors lie in PostgreSQL beside them and come with the shelf. */
@Singleton
class PostgresMemoryIndex implements MemoryIndex {
    @Override
    public Uni<ToDoubleFunction<Remembered>> cosines(Shelf shelf, Embedded question) {
        return Uni.createFrom().item(memory -> cosine(memory, question));
    }

    private static double cosine(Remembered memory, Embedded question) {
        boolean comparable = memory.vector() != null
                && question.model().equals(memory.model())
                && memory.vector().width() == question.vector().width();
        return comparable ? memory.vector().cosine(question.vector()) : Double.NaN;
    }
}
