package viva.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much the llm service does at the same time and how much it keeps. */
@ConfigMapping(prefix = "viva.llm")
public interface LlmLimits {
    Speech speech();

    Embedding embedding();

    /** Limits of finding words. */
    interface Speech {
        /** Answers that are worded at the same time. */
        @WithDefault("2")
        @Min(1)
        @Max(64)
        int threads();

        /** Requests that may wait for their words; one more is refused and tried again later. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int waiting();
    }

    /** Limits of computing embeddings. */
    interface Embedding {
        /** Batches of texts that are embedded at the same time. */
        @WithDefault("2")
        @Min(1)
        @Max(64)
        int threads();

        /** Batches that may wait; one more is refused with the advice to come back. */
        @WithDefault("64")
        @Min(1)
        @Max(10_000)
        int waiting();

        /** Texts whose embeddings are kept, the latest used ones; each takes about 4 kB. */
        @WithDefault("5000")
        @Min(0)
        @Max(1_000_000)
        int cached();
    }
}
