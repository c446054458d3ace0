package viva.load.laboratory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import viva.load.dialogue.Question;

/**
 * The relevance below which a memory says that it knows nothing.
 *
 * @param relevance in [0, 1]
 */
record Bar(double relevance) {
    /** The highest one below which no more than so large a share of the questions with an answer stays. */
    static Bar losing(double share, Collection<Answered> answered) {
        double[] best = answered.stream()
                .filter(one -> one.outcome().question().answerable())
                .mapToDouble(Answered::best)
                .sorted()
                .toArray();
        return new Bar(best[(int) (best.length * share)]);
    }

    /** How much of each category stays below it, in [0, 1]; {@code all with an answer} is one of them. */
    Map<String, Double> below(Collection<Answered> answered) {
        Map<String, Double> below = new LinkedHashMap<>();
        below.put("all with an answer", share(answered, Question::answerable));
        answered.stream()
                .map(one -> one.outcome().question())
                .filter(question -> !question.answerable())
                .map(Question::category)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(category -> below.put(
                        category, share(answered, one -> one.category().equals(category))));
        return below;
    }

    private double share(Collection<Answered> answered, Predicate<Question> which) {
        return answered.stream()
                .filter(one -> which.test(one.outcome().question()))
                .mapToDouble(one -> one.best() < relevance ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
