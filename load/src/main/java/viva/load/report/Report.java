package viva.load.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import viva.load.measure.Observation;
import viva.load.measure.Span;

/** The figures of a benchmark, for people and as JSON. */
public final class Report {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, Object> document = new LinkedHashMap<>();

    /** Notes one figure. */
    public Report with(String name, Object value) {
        document.put(name, value);
        return this;
    }

    /** Notes what was seen in a window. */
    public Report with(String name, Observation seen) {
        Map<String, Object> figures = figures(seen.whole());
        figures.put("busiest_ticks_per_second", most(seen, part -> part.perSecond(part.ticks())));
        figures.put("longest_lag_seconds", most(seen, part -> part.to().life().longestLag()));
        figures.put("waits_seen", seen.waits());
        figures.put("course", seen.parts().stream().map(Report::figures).toList());
        document.put(name, figures);
        return this;
    }

    private static double most(Observation seen, ToDoubleFunction<Span> figure) {
        return seen.parts().stream().mapToDouble(figure).max().orElse(0);
    }

    private static Map<String, Object> figures(Span span) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("at", span.to().at().toString());
        figures.put("seconds", span.seconds());
        figures.put("ticks", span.ticks());
        figures.put("late_ticks", span.lateTicks());
        figures.put("late_percent", span.latePercent());
        figures.put("longest_lag_seconds", span.to().life().longestLag());
        figures.put("ticks_per_second", span.perSecond(span.ticks()));
        figures.put("inputs_per_second", span.perSecond(span.inputs()));
        figures.put("rows_per_second", span.perSecond(span.rows()));
        figures.put("commits_per_second", span.perSecond(span.counted("commits")));
        figures.put("conversations_per_second", span.perSecond(span.counted("conversations")));
        figures.put("outbox_lag_millis", span.to().life().outboxLag());
        figures.put("log_megabytes_per_second", span.perSecond(span.counted("wal_bytes")) / 1e6);
        figures.put("minds_updated", span.counted("mind_updated"));
        figures.put("minds_updated_hot", span.counted("mind_hot"));
        figures.put("rss_megabytes", span.residentMegabytes());
        figures.put("rss_most_megabytes", span.mostMegabytes());
        figures.put("gc_paused_millis", span.pausedMillis());
        figures.put("gc_longest_pause_millis", 1000 * span.to().life().longestPause());
        figures.put("processors_busy", span.processors());
        span.to().database().counters().keySet().stream()
                .filter(name -> name.startsWith("rows "))
                .forEach(name -> figures.put(name + " per_second", span.perSecond(span.counted(name))));
        return figures;
    }

    /** The lines for a terminal: all figures but the course. */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(document, "", text);
        return text.toString();
    }

    private static void append(Map<?, ?> figures, String indent, StringBuilder text) {
        figures.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                text.append(indent).append(name).append('\n');
                append(inner, indent + "  ", text);
            } else if (!(value instanceof List<?>)) {
                text.append(String.format(Locale.ROOT, "%s%-42s %s%n", indent, name, shown(value)));
            }
        });
    }

    private static String shown(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.4f" : "%,.1f", number)
                : String.valueOf(value);
    }

    /** All figures. */
    public String json() {
        try {
            return JSON.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes all of it. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(file.toFile(), document);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
