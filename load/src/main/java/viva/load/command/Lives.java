package viva.load.command;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.load.measure.Observation;
import viva.load.measure.Span;
import viva.load.report.Report;
import viva.load.town.Town;
import viva.local.service.ServiceName;

/** Lets many avatars live through a part of a day, and counts what that costs and how late it gets. */
@Command(name = "lives", description = "Many avatars live through a part of a day.", mixinStandardHelpOptions = true)
public final class Lives extends Bench {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final List<ServiceName> ALL_BUT_LIFE = Arrays.stream(ServiceName.values())
            .filter(service -> service != ServiceName.LIFE)
            .toList();

    @Option(names = "--world", defaultValue = "06:30", description = "When it begins (${DEFAULT-VALUE}).")
    private LocalTime begin;

    @Option(names = "--minutes", defaultValue = "12", description = "Real minutes (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--warm-up",
            defaultValue = "0",
            description = "Real seconds before the count begins, in which compilers warm up (${DEFAULT-VALUE}).")
    private int warmUpSeconds;

    @Option(names = "--company", description = "Avatars meet and talk; otherwise nobody ever finds a partner.")
    private boolean company;

    @Option(
            names = "--with",
            split = ",",
            description =
                    "Further services that run, such as relationship,llm; with --company all, unless it names some.")
    private List<ServiceName> others = List.of();

    @Override
    Map<String, String> environment() {
        return new TreeMap<>(Map.of("VIVA_COMPANY_ENABLED", Boolean.toString(company)));
    }

    @Override
    void measure(Town town, Report report) {
        prepare(town, TownOptions.at(begin), company && others.isEmpty() ? ALL_BUT_LIFE : others);
        terminal.say("The world goes on at " + begin + ".");
        town.clock().run();
        if (warmUpSeconds > 0) {
            new Observation(town, LOOK_EVERY, terminal::say).during(Duration.ofSeconds(warmUpSeconds));
            terminal.say("From here on it counts.");
        }
        Observation seen = new Observation(town, LOOK_EVERY, terminal::say)
                .during(Duration.ofMillis(Math.round(minutes * 60_000)));
        report.with("world_begin", begin.toString()).with("company", company).with("lives", seen);
        if (company) {
            town.clock().stop();
            report.with("processor_millis_per_conversation", perConversation(seen.whole()))
                    .with("rows_per_conversation", perConversation(seen.whole(), "rows "))
                    .with("messages_per_conversation", perConversation(seen.whole(), "messages "))
                    .with("drained_after_seconds", drained(town));
        }
    }

    /** Processor time of each process, of all together under {@code all}, divided by the conversations that began. */
    private static Map<String, Double> perConversation(Span span) {
        Map<String, Double> millis = new TreeMap<>();
        double conversations = span.counted("conversations");
        span.processors().forEach((name, busy) -> millis.put(name, 1_000 * busy * span.seconds() / conversations));
        millis.put(
                "all", millis.values().stream().mapToDouble(Double::doubleValue).sum());
        return millis;
    }

    /** The counters that begin with {@code what}, added up for each service, divided by the conversations that began. */
    private static Map<String, Double> perConversation(Span span, String what) {
        Map<String, Double> each = new TreeMap<>();
        double conversations = span.counted("conversations");
        span.to().database().counters().keySet().stream()
                .filter(name -> name.startsWith(what))
                .forEach(name -> each.merge(
                        name.substring(what.length()).replaceFirst("\\..*", ""),
                        span.counted(name) / conversations,
                        Double::sum));
        return each;
    }

    /** Real seconds from the stop of the clock until no durable queue holds a message. */
    private double drained(Town town) {
        terminal.say("The clock stands; what is under way is worked off.");
        long begun = System.nanoTime();
        await("empty queues", () -> town.queues().values().stream().allMatch(length -> length == 0));
        return (System.nanoTime() - begun) / 1e9;
    }
}
