package viva.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The series that services expose, as Prometheus would read them. */
record Exposed(List<Series> series) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
    /** Where traces are on, a counter may name the trace that it counted last. */
    private static final String EXEMPLAR = " # ";

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What Prometheus itself knows of each process. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up");

    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    /** One of them; {@code process} is the service that exposes it. */
    record Series(String process, String name, Map<String, String> labels) {}

    static Exposed of(String process, String text) {
        List<Series> series = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            Matcher matcher = LINE.matcher(line.split(EXEMPLAR, 2)[0]);
            if (!matcher.matches()) {
                throw new IllegalStateException("no series: " + line);
            }
            Map<String, String> labels = new HashMap<>();
            if (matcher.group(2) != null) {
                Matcher label = LABEL.matcher(matcher.group(2));
                while (label.find()) {
                    labels.put(label.group(1), label.group(2));
                }
            }
            series.add(new Series(process, matcher.group(1), Map.copyOf(labels)));
        });
        return new Exposed(series);
    }

    /** The two together. */
    Exposed and(Exposed other) {
        List<Series> all = new ArrayList<>(series);
        all.addAll(other.series);
        return new Exposed(all);
    }

    /** What this query asks for that nothing exposes, in words. */
    List<String> faults(String text) {
        PromQuery query = PromQuery.of(text);
        List<String> faults = new ArrayList<>();
        List<Series> found = new ArrayList<>();
        for (PromQuery.Selector selector : query.selectors()) {
            List<Series> named = series.stream()
                    .filter(one -> one.name.equals(selector.name()))
                    .toList();
            if (OF_PROMETHEUS.contains(selector.name())) {
                continue;
            }
            if (named.isEmpty()) {
                faults.add("no service exposes " + selector.name());
            } else if (named.stream().noneMatch(one -> selector.selects(one.labels))) {
                faults.add("no series is " + selector);
            }
            found.addAll(named);
        }
        for (String label : query.labels()) {
            if (!LABELS_OF_PROMETHEUS.contains(label)
                    && !found.isEmpty()
                    && found.stream().noneMatch(one -> one.labels.containsKey(label))) {
                faults.add("no series of \"" + text + "\" has the label " + label);
            }
        }
        return faults;
    }
}
