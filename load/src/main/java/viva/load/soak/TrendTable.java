package viva.load.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Trends as text for a terminal. */
public final class TrendTable {
    private static final String HEAD = "%-34s %12s %12s  %-9s".formatted("", "mean", "% in 5 min", "");
    private static final double HOURS_OF_A_DAY = 24;

    private final int avatars;
    private final boolean growth;

    /**
     * A table for one run.
     *
     * @param avatars how many live in the world
     * @param growth whether to say what each table comes to with the default retentions
     */
    public TrendTable(int avatars, boolean growth) {
        this.avatars = avatars;
        this.growth = growth;
    }

    /** The lines: memory, queues and tables. Queues that are mostly empty, and empty tables, share a line. */
    public String of(List<Trend> trends) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        of(trends, Kind.MEMORY).forEach(trend -> lines.add(line(trend, "MB")));
        List<Trend> queues = of(trends, Kind.QUEUE);
        List<Trend> empty = queues.stream().filter(TrendTable::isEmpty).toList();
        queues.stream().filter(queue -> !isEmpty(queue)).forEach(trend -> lines.add(line(trend, "messages")));
        if (!empty.isEmpty()) {
            lines.add("Queues that hold less than one message on average: " + empty.size());
        }
        lines.add("");
        lines.add(tableHead());
        Map<String, Line> megabytes = new HashMap<>();
        of(trends, Kind.MEGABYTES).forEach(trend -> megabytes.put(trend.what().name(), trend.line()));
        List<Trend> tables = of(trends, Kind.ROWS);
        tables.stream()
                .filter(table -> table.line().mean() > 0)
                .forEach(table -> lines.add(
                        tableLine(table, megabytes.getOrDefault(table.what().name(), new Line(0, 0)))));
        lines.add("Tables that hold nothing: "
                + tables.stream().filter(table -> table.line().mean() == 0).count());
        return String.join("\n", lines);
    }

    private static List<Trend> of(List<Trend> trends, Kind kind) {
        return trends.stream().filter(trend -> trend.what().kind() == kind).toList();
    }

    private static boolean isEmpty(Trend queue) {
        return queue.verdict() == Verdict.FLAT && queue.line().mean() < 1;
    }

    private static String line(Trend trend, String unit) {
        return "%-34s %12s %12s  %-9s %s"
                .formatted(
                        trend.what().name(),
                        number(trend.line().mean()),
                        percent(trend.line()),
                        trend.verdict().words(),
                        unit);
    }

    private String tableHead() {
        String head = HEAD + " %12s %14s %9s %9s".formatted("rows/h", "an avatar", "MB", "MB/h");
        return growth ? head + " %6s %15s".formatted("kept", "rows by then") : head;
    }

    private String tableLine(Trend trend, Line megabytes) {
        double perHour = trend.line().perHour();
        String line = "%-34s %12s %12s  %-9s %12s %14s %9s %9s"
                .formatted(
                        trend.what().name(),
                        number(trend.line().mean()),
                        percent(trend.line()),
                        trend.verdict().words(),
                        number(perHour),
                        String.format(Locale.ROOT, "%.3f", perHour / avatars),
                        number(megabytes.mean()),
                        number(megabytes.perHour()));
        return growth ? line + atRest(trend) : line;
    }

    /** Population × rate × retention. */
    private static String atRest(Trend trend) {
        Optional<Retention> retention = Retention.of(trend.what().name());
        return retention
                .map(kept -> " %5dd %15s"
                        .formatted(kept.usual().toDays(), String.format(Locale.ROOT, "%,.0f", rowsAtRest(trend, kept))))
                .orElse(" %6s %15s".formatted("-", "-"));
    }

    /** How many rows a table comes to that grows like this until as many are forgotten as come. */
    static double rowsAtRest(Trend trend, Retention kept) {
        return Math.max(0, trend.line().perHour())
                * HOURS_OF_A_DAY
                * kept.usual().toDays();
    }

    private static String percent(Line line) {
        return String.format(Locale.ROOT, "%.2f", line.percentPerFiveMinutes());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
