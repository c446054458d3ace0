package viva.avatar.remembering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import viva.avatar.memory.RetentionCurve;

/** How memories are found, embedded and forgotten. The weights and thresholds were set on dialogues; they belong to the embedding model that is used. */
@ConfigMapping(prefix = "viva.memory")
public interface MemoryConfig {
    /** How retrievability falls: {@code exponential}, or {@code power} as people forget. */
    @WithDefault("exponential")
    RetentionCurve curve();

    /** Below this retrievability, in (0, 1), a memory is forgotten. */
    @WithDefault("0.1")
    double fadedBelow();

    /** How often what has faded is looked for. */
    @WithDefault("1H")
    Duration forgetEvery();

    /** Memories of several avatars that are kept ready to be searched, the latest used ones; each takes about 700 bytes. */
    @WithDefault("100000")
    int cached();

    Weight weight();

    Lexical lexical();

    Semantic semantic();

    Embedding embedding();

    /** What counts how much; of a score the first three, of relevance the others. */
    interface Weight {
        /** α: how well it answers. */
        @WithDefault("1.0")
        double relevance();

        /** β: how easily it comes back. */
        @WithDefault("0.01")
        double retrievability();

        /** γ: how important it is. */
        @WithDefault("0.01")
        double importance();

        /** Of the scaled cosine. */
        @WithDefault("1.0")
        double semantic();

        /** How much of that counts for questions in Portuguese, in [0, 1]: the model has learned English. */
        @WithDefault("0.1")
        double trustElsewhere();

        /** Of BM25, divided by what the query could attain. */
        @WithDefault("0.8")
        double lexical();

        /** Of a line by whom the question names. */
        @WithDefault("0.3")
        double speaker();

        /** Of having happened when the question says. */
        @WithDefault("0.5")
        double date();
    }

    /** Okapi BM25. */
    interface Lexical {
        /** How soon a repeated word counts no more. */
        @WithDefault("0.9")
        double k1();

        /** How much the length of a text matters, in [0, 1]. */
        @WithDefault("0.4")
        double b();
    }

    /** What the cosines of the embedding model mean; the defaults are those of e5-small-v2. */
    interface Semantic {
        /** The cosine of texts that have nothing to do with each other. */
        @WithDefault("0.70")
        double low();

        /** The cosine of a question and its answer at best. */
        @WithDefault("0.90")
        double high();

        /** From this cosine on memories are one whose words are the same but for those that say nothing. */
        @WithDefault("0.97")
        double merge();

        /** From this relevance on, in [0, 1], a search counts as having found something. */
        @WithDefault("0.21")
        double found();
    }

    /** When texts are embedded. */
    interface Embedding {
        /** How long a search waits for the vector of its question; then words decide alone. */
        @WithDefault("1S")
        Duration searchTimeout();

        /** How long a recall for an answer waits for it. */
        @WithDefault("120MS")
        Duration recallTimeout();

        /** The part of the time in which memories that nobody waits for are embedded, in (0, 1]. */
        @WithDefault("0.1")
        double backgroundShare();
    }
}
