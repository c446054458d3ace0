package viva.avatar.recall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import viva.avatar.memory.Retrievability;

/**
 * The order in which an avatar's memories answer a question. Every candidate gets both real scores, the semantic and the lexical one, on scales that do not depend on
 * the other candidates.
 */
public final class Ranking {
    private final Weights weights;
    private final Neighbours neighbours;

    public Ranking(Weights weights) {
        this(weights, Neighbours.DEFAULT);
    }

    public Ranking(Weights weights, Neighbours neighbours) {
        this.weights = weights;
        this.neighbours = neighbours;
    }

    /**
     * What the question's vector says of memories.
     *
     * @param cosine of a memory with it, in [-1, 1]; NaN for one without a vector of the same model
     * @param trust how much the semantic weight counts, in [0, 1]: less in a language that the model has not learned
     */
    public record Meaning(ToDoubleFunction<Remembered> cosine, CosineScale scale, double trust) {
        public Meaning {
            if (!(trust >= 0 && trust <= 1)) {
                throw new IllegalArgumentException("must be in [0,1]: trust = " + trust);
            }
        }

        /** In a language that the model has learned. */
        public Meaning(ToDoubleFunction<Remembered> cosine, CosineScale scale) {
            this(cosine, scale, 1);
        }
    }

    /**
     * The best of an avatar's memories.
     *
     * @param memories all of them, in order ({@link Remembered#IN_ORDER})
     * @param meaning null when there is none: then words decide alone
     * @param wanted which of them may be answered with
     */
    public List<Hit> best(
            List<Remembered> memories,
            Question question,
            Meaning meaning,
            Moment now,
            Predicate<Remembered> wanted,
            int count) {
        int[] starts = Window.starts(memories, neighbours.turns());
        double[] lexical = lexical(memories, starts, question);
        double[] semantic = withTurnsBefore(semantic(memories, meaning), starts);
        double trusted = meaning == null ? 0 : weights.semantic() * meaning.trust();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < semantic.length; i++) {
            if (wanted.test(memories.get(i))) {
                hits.add(hit(memories.get(i), question, semantic[i], trusted, lexical[i], now));
            }
        }
        hits.sort(Hit.BEST_FIRST);
        return List.copyOf(hits.subList(0, Math.min(count, hits.size())));
    }

    private double[] lexical(List<Remembered> memories, int[] starts, Question question) {
        List<Terms> texts = memories.stream().map(Remembered::terms).toList();
        return weights.bm25().scores(texts, starts, question.terms());
    }

    private double[] withTurnsBefore(double[] scores, int[] starts) {
        double[] means = scores.clone();
        for (int i = 1; i < means.length; i++) {
            means[i] = starts[i] < i ? neighbours.mean(scores[i], scores[i - 1]) : scores[i];
        }
        return means;
    }

    /** A memory whose vector is not there yet is taken to be as near as the others are on average; NaN for all when there are no vectors. */
    private static double[] semantic(List<Remembered> memories, Meaning meaning) {
        double[] scores = new double[memories.size()];
        double sum = 0;
        int known = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = meaning == null
                    ? Double.NaN
                    : meaning.scale().scaled(meaning.cosine().applyAsDouble(memories.get(i)));
            if (!Double.isNaN(scores[i])) {
                sum += scores[i];
                known++;
            }
        }
        double mean = sum / known;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Double.isNaN(scores[i]) ? mean : scores[i];
        }
        return scores;
    }

    private Hit hit(Remembered memory, Question question, double semantic, double trusted, double lexical, Moment now) {
        double speaker = question.speakerFit(memory);
        double date = question.dateFit(memory);
        double sum = weights.lexical() * lexical + weights.speaker() * speaker + weights.date() * date;
        double most = weights.lexical()
                + (question.speakers().isEmpty() ? 0 : weights.speaker())
                + (question.namesDates() ? weights.date() : 0);
        if (!Double.isNaN(semantic)) {
            sum += trusted * semantic;
            most += trusted;
        }
        double relevance = Math.clamp(sum / most, 0, 1);
        double retrievability = retrievability(memory, now);
        double score = weights.score(relevance, retrievability, memory.importance());
        return new Hit(memory, score, relevance, retrievability, semantic, lexical, speaker, date);
    }

    /** As it is at a moment, in [0, 1]. */
    private double retrievability(Remembered memory, Moment now) {
        Duration age = Duration.ofMillis(memory.ageMillis(now));
        return memory.kept()
                ? Retrievability.kept(weights.curve(), age, memory.importance(), memory.recalls())
                : Retrievability.after(weights.curve(), age, memory.importance(), memory.recalls());
    }
}
