package viva.load.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything that was measured in the course of a soak. For one thread. */
public final class Course {
    private static final double SECONDS_OF_A_MINUTE = 60;

    private final Map<Watched, List<Sample>> samples = new TreeMap<>();
    private final List<Double> moments = new ArrayList<>();

    /** Keeps what was measured at one moment. */
    public void add(double seconds, Map<Watched, Double> values) {
        moments.add(seconds);
        values.forEach((what, value) ->
                samples.computeIfAbsent(what, _ -> new ArrayList<>()).add(new Sample(seconds, value)));
    }

    /** The sum of what was measured last of one kind. */
    public double latest(Kind kind) {
        return samples.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToDouble(entry -> entry.getValue().getLast().value())
                .sum();
    }

    /**
     * Where everything is heading.
     *
     * @param from the second of the first sample that counts: what comes before is warming up
     * @param kept the tables that nothing is meant to keep short
     */
    public List<Trend> trends(double from, Set<String> kept) {
        List<Trend> trends = new ArrayList<>();
        samples.forEach((what, all) -> {
            List<Sample> late =
                    all.stream().filter(sample -> sample.seconds() >= from).toList();
            if (!late.isEmpty()) {
                double window = late.getLast().seconds() - late.getFirst().seconds();
                Line line = Line.through(late);
                Verdict verdict = Verdict.of(what, line, wholeMinutes(window), kept);
                trends.add(new Trend(what, line, verdict));
            }
        });
        return trends;
    }

    /** The nearest ones: a sample that comes some seconds late makes no window too short. */
    private static Duration wholeMinutes(double seconds) {
        return Duration.ofMinutes(Math.round(seconds / SECONDS_OF_A_MINUTE));
    }

    /** What was not measured each time from that second on: a process that is gone, a queue of unknown length. */
    public List<Watched> partly(double from) {
        long all = moments.stream().filter(moment -> moment >= from).count();
        return samples.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                                .filter(sample -> sample.seconds() >= from)
                                .count()
                        < all)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All samples of one kind by name, each a pair of the second and the value. */
    public Map<String, List<double[]>> all(Kind kind) {
        Map<String, List<double[]>> all = new LinkedHashMap<>();
        samples.forEach((what, of) -> {
            if (what.kind() == kind) {
                all.put(
                        what.name(),
                        of.stream()
                                .map(sample -> new double[] {sample.seconds(), sample.value()})
                                .toList());
            }
        });
        return all;
    }
}
