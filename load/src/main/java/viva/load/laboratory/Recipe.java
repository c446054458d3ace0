package viva.load.laboratory;

import java.util.List;
import viva.avatar.memory.RetentionCurve;
import viva.avatar.recall.Bm25;
import viva.avatar.recall.Neighbours;
import viva.avatar.recall.Weights;

/**
 * One way to rank.
 *
 * @param encoder null when words decide alone
 * @param namesOut whether the participants' names are taken out of the question before it is embedded
 * @param trustElsewhere how much the semantic weight counts in languages other than English, in [0, 1]
 */
record Recipe(
        String name, Encoder encoder, Weights weights, Neighbours neighbours, boolean namesOut, double trustElsewhere) {
    private static final double NONE = 0;
    private static final double ALMOST_NONE = 1e-9;
    private static final Bm25 BM25 = new Bm25(.9, .4);
    private static final Neighbours WORDS_BEFORE = new Neighbours(2, 0);
    private static final double SEMANTIC = 1;
    private static final double LEXICAL = .7;
    private static final double SPEAKER = .3;
    private static final double DATE = .5;
    private static final double TRUST_ELSEWHERE = .1;

    /** The weights that the tuning half chose. */
    static final Recipe CHOSEN = new Recipe(
            "… + less trust in Portuguese (chosen)",
            Encoder.E5_SMALL,
            weights(SEMANTIC, LEXICAL, SPEAKER, DATE),
            Neighbours.DEFAULT,
            true,
            TRUST_ELSEWHERE);

    /** One part more from row to row, then the chosen one with something else. */
    static List<Recipe> ablations() {
        return List.of(
                cosine("MiniLM, cosine", Encoder.MINILM),
                cosine("bge-small, cosine", Encoder.BGE_SMALL),
                cosine("e5-small, cosine", Encoder.E5_SMALL),
                words("BM25", Neighbours.NONE),
                words("BM25 with two turns before", WORDS_BEFORE),
                fused("e5-small + that BM25", NONE, NONE, WORDS_BEFORE, false, 1),
                fused("… + a turn by whom the question names", SPEAKER, NONE, WORDS_BEFORE, false, 1),
                fused("… + a date that the question names", SPEAKER, DATE, WORDS_BEFORE, false, 1),
                fused("… + names out of the embedded question", SPEAKER, DATE, WORDS_BEFORE, true, 1),
                fused("… + the cosine of the turn before", SPEAKER, DATE, Neighbours.DEFAULT, true, 1),
                CHOSEN,
                CHOSEN.with("chosen, with MiniLM", Encoder.MINILM),
                CHOSEN.with("chosen, with bge-small", Encoder.BGE_SMALL),
                CHOSEN.with("chosen + retrievability, β = .01", .01, NONE),
                CHOSEN.with("chosen + retrievability, β = .05", .05, NONE),
                CHOSEN.with("chosen + importance, γ = .05", NONE, .05));
    }

    private static Recipe cosine(String name, Encoder encoder) {
        return new Recipe(name, encoder, weights(SEMANTIC, ALMOST_NONE, NONE, NONE), Neighbours.NONE, false, 1);
    }

    private static Recipe words(String name, Neighbours neighbours) {
        return new Recipe(name, null, weights(NONE, LEXICAL, NONE, NONE), neighbours, false, 1);
    }

    private static Recipe fused(
            String name, double speaker, double date, Neighbours neighbours, boolean namesOut, double trustElsewhere) {
        return new Recipe(
                name,
                Encoder.E5_SMALL,
                weights(SEMANTIC, LEXICAL, speaker, date),
                neighbours,
                namesOut,
                trustElsewhere);
    }

    private Recipe with(String other, Encoder another) {
        return new Recipe(other, another, weights, neighbours, namesOut, trustElsewhere);
    }

    private Recipe with(String other, double retrievability, double importance) {
        Weights aged = new Weights(
                weights.relevance(),
                retrievability,
                importance,
                weights.semantic(),
                weights.lexical(),
                weights.speaker(),
                weights.date(),
                weights.bm25(),
                weights.curve());
        return new Recipe(other, encoder, aged, neighbours, namesOut, trustElsewhere);
    }

    private static Weights weights(double semantic, double lexical, double speaker, double date) {
        return new Weights(1, 0, 0, semantic, lexical, speaker, date, BM25, RetentionCurve.EXPONENTIAL);
    }
}
