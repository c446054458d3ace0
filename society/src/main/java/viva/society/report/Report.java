package viva.society.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import viva.contracts.BondStatus;
import viva.society.figure.Figure;
import viva.society.figure.Figure.Verdict;
import viva.society.figure.Findings;
import viva.society.world.Inhabitant;
import viva.society.world.Society;
import viva.society.world.Tally;
import viva.society.world.WorldHash;
import viva.society.world.WorldPlan;

/**
 * What became of a world, to be read by people and by programs.
 *
 * @param worldHash see {@link WorldHash}
 * @param conversations that took place
 * @param bonds how many pairs who ever talked have which status
 * @param seconds real time that the world took to live
 * @param threads it was lived by
 */
public record Report(
        WorldPlan plan,
        String worldHash,
        long ticks,
        Tally conversations,
        Map<BondStatus, Long> bonds,
        double seconds,
        int threads,
        List<Inhabitant> people,
        Findings findings) {
    public static final String PAGE = "report.html";
    public static final String DATA = "report.json";

    /** Where the figures may differ from those of a running world. */
    static final List<String> UNLIKE_THE_SERVICE = List.of(
            "There is no broker: a message arrives at the instant at which it was sent, and none waits or comes twice.",
            "Nothing is late, and no world stands still: every tick and every command happens at its own world time.",
            "No person looks, asks, blocks or erases, and nothing is put into words.",
            "Within five world minutes an avatar may be ahead of one that speaks to it, as in a service that catches up.",
            "Everybody is born at once and lives in one process, in which all may pass by each other; the matchmaker looks once.");

    public static Report of(Society society, Findings findings, int threads, double seconds) {
        return new Report(
                society.plan(),
                WorldHash.of(society),
                society.ticks(),
                society.conversations(),
                society.bonds().byStatus(),
                seconds,
                threads,
                society.people(),
                findings);
    }

    /**
     * Writes both files into a folder that exists.
     *
     * @throws UncheckedIOException when one cannot be written
     */
    public void write(Path folder) {
        write(folder.resolve(DATA), JsonReport.of(this));
        write(folder.resolve(PAGE), HtmlReport.of(this));
    }

    /** One line for a terminal. */
    public String summary() {
        long unexpected = findings.count(Verdict.UNEXPECTED);
        String names = String.join(
                ", ",
                findings.figures().stream()
                        .filter(figure -> figure.verdict() == Verdict.UNEXPECTED)
                        .map(Figure::name)
                        .toList());
        return String.format(
                Locale.ROOT,
                "%d of %d figures as expected%s%nworld_hash %s",
                findings.count(Verdict.AS_EXPECTED),
                findings.figures().size(),
                unexpected == 0 ? "" : "; not: " + names,
                worldHash);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
