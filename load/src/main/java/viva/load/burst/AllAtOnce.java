package viva.load.burst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

/**
 * Many equal questions that were asked at the same moment.
 *
 * @param outcomes how often each answer came: a status, or the failure's own words
 * @param millis until each came, ascending
 */
public record AllAtOnce(Map<String, Integer> outcomes, List<Double> millis) {
    public AllAtOnce {
        outcomes = Map.copyOf(outcomes);
        millis = List.copyOf(millis);
    }

    /** Asks {@code count} questions at once and waits for all answers. */
    public static AllAtOnce of(int count, IntFunction<CompletableFuture<String>> question) {
        long begin = System.nanoTime();
        double[] millis = new double[count];
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            answers.add(question.apply(i).handle((answer, failure) -> {
                millis[number] = (System.nanoTime() - begin) / 1e6;
                return failure == null ? answer : named(failure);
            }));
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        answers.forEach(answer -> outcomes.merge(answer.join(), 1, Integer::sum));
        return new AllAtOnce(outcomes, Arrays.stream(millis).sorted().boxed().toList());
    }

    /** Milliseconds until this part of the answers had come; {@code part} in [0, 1]. */
    public double percentile(double part) {
        return millis.isEmpty() ? Double.NaN : millis.get((int) Math.min(millis.size() - 1, millis.size() * part));
    }

    private static String named(Throwable failure) {
        Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
