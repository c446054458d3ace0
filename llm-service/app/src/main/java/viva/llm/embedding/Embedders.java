package viva.llm.embedding;

import jakarta.inject.Singleton;
import viva.llm.nim.NimEmbeddings;

/** Which embedder works here: the model's server when {@code NIM_EMBEDDING_MODEL} is set, else the one in this process. */
@Singleton
class Embedders {
    private final LocalEmbedder local;
    private final NimEmbedder remote;
    private final NimEmbeddings nim;

    Embedders(LocalEmbedder local, NimEmbedder remote, NimEmbeddings nim) {
        this.local = local;
        this.remote = remote;
        this.nim = nim;
    }

    Embedder current() {
        return nim.model().isPresent() ? remote : local;
    }
}
