package viva.load.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a soak came to, in sentences.
 *
 * @param faults what must not be: growth, restarts, messages that were refused
 * @param gaps what was not judged and has to be
 * @param excused what was not judged and need not be
 */
public record Findings(List<String> faults, List<String> gaps, List<String> excused) {
    /** The exit code when something grows, was started again or was refused. */
    public static final int FAULTY = 1;

    /** The exit code when nothing does, as far as could be judged. The parser of the command line has 2. */
    public static final int NOT_JUDGED = 3;

    private static final double LEAST_MINUTES = 10;
    private static final String ACCEPTED = "2";

    /** The first half of a run is warming up, and the second has to hold two cuts of a table. */
    private static final int CUTS_IN_A_RUN = 4;

    /**
     * The findings of one run.
     *
     * @param partly what samples of the second half lack
     * @param unjudged tables that may be too large for the length of the run to judge them
     */
    public static Findings of(List<Trend> trends, List<Watched> partly, Run run, Set<String> unjudged) {
        List<Trend> judged = run.minutes() < LEAST_MINUTES ? List.of() : trends;
        Map<Boolean, List<String>> tooShort = judged.stream()
                .filter(trend -> trend.verdict() == Verdict.TOO_SHORT)
                .map(trend -> trend.what().name())
                .collect(Collectors.partitioningBy(unjudged::contains));
        return new Findings(
                sentences(growing(judged), restarted(run), refused(run)),
                sentences(ranTooShort(run), missed(run), lacking(partly), notJudged(tooShort.get(false))),
                sentences(listed("Not judged, as --unjudged has it: %s.", tooShort.get(true))));
    }

    /** Whether everything that has to be judged was, and is as it must be. */
    public boolean isFlat() {
        return faults.isEmpty() && gaps.isEmpty();
    }

    /** How a command ends that demands a flat world. */
    public int exitCode() {
        return !faults.isEmpty() ? FAULTY : gaps.isEmpty() ? 0 : NOT_JUDGED;
    }

    /** All of it; a world that is flat is said to be. */
    public List<String> lines() {
        Stream<String> flat = !isFlat()
                ? Stream.empty()
                : Stream.of(excused.isEmpty() ? "Nothing grows." : "Nothing grows of what was judged.");
        return Stream.of(flat, faults.stream(), gaps.stream(), excused.stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static String growing(List<Trend> trends) {
        return listed(
                "Grows: %s.",
                trends.stream()
                        .filter(Trend::isFault)
                        .map(trend -> trend.what().name())
                        .toList());
    }

    private static String restarted(Run run) {
        return listed("Started again: %s. ./viva logs says why.", run.restarts());
    }

    private static String refused(Run run) {
        return listed(
                "Messages of owners that were refused, by status: %s. The world had less to do than was asked: ./viva logs gateway says why; a"
                        + " longer --pause or fewer --talkers ask for less.",
                run.messages().entrySet().stream()
                        .filter(answer -> !answer.getKey().startsWith(ACCEPTED))
                        .map(answer -> answer.getKey() + " (" + answer.getValue() + ")")
                        .toList());
    }

    private static String ranTooShort(Run run) {
        return run.minutes() < LEAST_MINUTES
                ? "Nothing was judged: growth is what comes in five minutes, after as many of warming up. Let it run for --minutes 10 or more."
                : "";
    }

    private static String missed(Run run) {
        return run.missed() == 0
                ? ""
                : "Samples that were missed: %d, each with its reason above. Mend that, and run it again."
                        .formatted(run.missed());
    }

    private static String lacking(List<Watched> partly) {
        return listed(
                "Not measured each time: %s. Where it went has to be found out first.",
                partly.stream().map(Watched::name).distinct().toList());
    }

    private static String notJudged(List<String> tables) {
        Duration longest =
                tables.stream().map(Retention::cutEvery).reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
        return listed(
                "Not judged, as the run was too short: %%s. Let it run for --minutes %d, or name them by --unjudged."
                        .formatted(longest.multipliedBy(CUTS_IN_A_RUN).toMinutes()),
                tables);
    }

    private static String listed(String sentence, List<String> names) {
        return names.isEmpty() ? "" : sentence.formatted(String.join(", ", names));
    }

    private static List<String> sentences(String... sentences) {
        return Stream.of(sentences).filter(Predicate.not(String::isEmpty)).toList();
    }
}
