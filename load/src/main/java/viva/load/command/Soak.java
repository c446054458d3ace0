package viva.load.command;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.load.owner.Household;
import viva.load.owner.PublicApi;
import viva.load.owner.Settlers;
import viva.load.owner.Talkers;
import viva.load.report.Report;
import viva.load.soak.Course;
import viva.load.soak.Findings;
import viva.load.soak.Kind;
import viva.load.soak.Run;
import viva.load.soak.Trend;
import viva.load.soak.TrendTable;
import viva.load.world.Gauge;
import viva.load.world.RunningWorld;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;
import viva.local.terminal.Terminal;
import viva.platform.servers.ServerFailure;

/**
 * Lets a running world go on for long, with owners who chat, and says what of it grows: the memory of its processes, the rows of its
 * tables, and its queues. The first half is warming up.
 */
@Command(
        name = "soak",
        description = "Owners chat with a world that runs, for long, and what grows meanwhile is told.",
        exitCodeListHeading = "Exit codes with --flat:%n",
        exitCodeList = {
            "0:Nothing grows.",
            "1:Something does, was started again, or messages of owners were refused.",
            "2:The words are not understood.",
            "3:Samples are missing, or the run was too short to judge everything."
        },
        footer = {
            "",
            "It finds the world as ./viva status does: in .viva, or in VIVA_HOME. The first half is warming up.",
            "A world in which everything is kept for five minutes only, so that it must stay as large as it is:",
            "",
            "  VIVA_HISTORY_RETENTION=5m VIVA_HISTORY_ENCOUNTER_RETENTION=5m \\",
            "  VIVA_HISTORY_ROLLUP_RETENTION=5m VIVA_GATEWAY_TIMELINE_RETENTION=5m \\",
            "  VIVA_OUTBOX_INBOX_RETENTION=5m VIVA_LLM_BUDGET_LEDGER_RETENTION=5m \\",
            "  VIVA_LLM_BUDGET_REQUEST_RETENTION=5m VIVA_HISTORY_FORGET_EVERY=30s \\",
            "  VIVA_GATEWAY_TIMELINE_FORGET_EVERY=30s VIVA_AVATAR_MEMORIES=1 \\",
            "  ./viva up --fresh --no-demo",
            "",
            "and in another terminal",
            "",
            "  ./viva bench soak --flat \\",
            "  --unjudged life.journal,life.mind_sample,life.mind_hour,life.mind_day,llm.expense",
            "",
            "These tables are cut by the hour or the day; --minutes 240 judges those of the hour. A world with the",
            "defaults (./viva up --fresh --no-demo) grows until they are reached: ./viva bench soak --growth says how",
            "large each table is by then."
        })
public final class Soak implements Callable<Integer> {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final int SAMPLES_A_MINUTE = 4;
    private static final int MOST_MISSED = 20;
    private static final double SECONDS_OF_A_MINUTE = 60;

    @Option(names = "--avatars", defaultValue = "2000", description = "Avatars of the world (${DEFAULT-VALUE}).")
    private int avatars;

    @Option(
            names = "--per-owner",
            defaultValue = "20",
            description = "Avatars of one owner: viva.avatar.per-owner (${DEFAULT-VALUE}).")
    private int perOwner;

    @Option(names = "--talkers", defaultValue = "20", description = "Owners who chat (${DEFAULT-VALUE}).")
    private int talkers;

    @Option(names = "--pause", defaultValue = "2", description = "Seconds between two messages (${DEFAULT-VALUE}).")
    private double pause;

    @Option(names = "--minutes", defaultValue = "30", description = "Real minutes (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--flat",
            description =
                    "Fail when memory, a table or a queue grows by 1 %% in 5 minutes or more, and when that cannot be told.")
    private boolean flat;

    @Option(names = "--growth", description = "Say how large each table is when its default retention is reached.")
    private boolean growth;

    @Option(
            names = "--kept",
            split = ",",
            defaultValue = "life.conversation,life.message",
            description = "Tables that nothing is meant to keep short (${DEFAULT-VALUE}).")
    private Set<String> kept;

    @Option(
            names = "--unjudged",
            split = ",",
            description = "Tables that need not be judged where the run is too short for that.")
    private Set<String> unjudged = Set.of();

    @Option(names = "--out", defaultValue = "soak.json", description = "Where the figures go (${DEFAULT-VALUE}).")
    private Path out;

    private final Terminal terminal = Terminal.ofThisProcess();

    private final List<String> restarts = new ArrayList<>();
    private int missed;

    @Override
    public Integer call() {
        Settings settings = Settings.of(TownOptions.root(), System.getenv());
        RunningWorld world = new RunningWorld(new WorldFolder(settings.home()));
        Gauge gauge = new Gauge(world, settings.get("RABBITMQ_MANAGEMENT_URL").orElse(""));
        List<Household> owners = settle(world, gauge);
        int population = gauge.avatars();
        Duration length = Duration.ofMillis(Math.round(minutes * SECONDS_OF_A_MINUTE * 1_000));
        terminal.say("%d avatars, %d owners who chat, %s minutes.".formatted(population, talkers, minutes));
        Course course = new Course();
        try (Talkers chat =
                new Talkers(owners.subList(0, talkers), Duration.ofMillis(Math.round(pause * 1_000)), length)) {
            chat.start();
            watch(world, gauge, course, chat, length);
            return tell(course, chat, population);
        }
    }

    private List<Household> settle(RunningWorld world, Gauge gauge) {
        List<Integer> plan = Settlers.plan(gauge.avatars(), avatars, talkers, perOwner);
        int wanted = plan.stream().mapToInt(Integer::intValue).sum();
        terminal.say("%d owners make %d avatars; the gateway lets 30 owners a minute in from one address."
                .formatted(plan.size(), wanted));
        return Settlers.settle(
                new PublicApi(world.gateway()), plan, made -> terminal.say("  %d of %d".formatted(made, wanted)));
    }

    private void watch(RunningWorld world, Gauge gauge, Course course, Talkers chat, Duration length) {
        long begin = System.nanoTime();
        long samples = length.dividedBy(EVERY);
        Map<String, Long> processes = world.processes();
        for (long number = 0; number <= samples; number++) {
            Bench.pause(Math.max(0, number * EVERY.toMillis() - (System.nanoTime() - begin) / 1_000_000));
            double seconds = (System.nanoTime() - begin) / 1e9;
            try {
                course.add(seconds, gauge.now());
                processes = noteRestarts(processes, world.processes(), seconds);
            } catch (ServerFailure unmeasured) {
                miss(unmeasured, seconds);
            }
            if (number % SAMPLES_A_MINUTE == 0) {
                terminal.say(progress(course, chat, seconds));
            }
        }
    }

    private void miss(ServerFailure unmeasured, double seconds) {
        missed++;
        terminal.say("%4.0f min  not measured: %s".formatted(seconds / SECONDS_OF_A_MINUTE, unmeasured.getMessage()));
        if (missed > MOST_MISSED) {
            throw unmeasured;
        }
    }

    private Map<String, Long> noteRestarts(Map<String, Long> before, Map<String, Long> now, double seconds) {
        now.forEach((name, pid) -> {
            if (!pid.equals(before.get(name))) {
                restarts.add(String.format(Locale.ROOT, "%s at %.1f min", name, seconds / SECONDS_OF_A_MINUTE));
            }
        });
        return now;
    }

    private static String progress(Course course, Talkers chat, double seconds) {
        return String.format(
                Locale.ROOT,
                "%4.0f min  memory %,.0f MB  rows %,.0f  tables %,.0f MB  in queues %,.0f  said %s",
                seconds / SECONDS_OF_A_MINUTE,
                course.latest(Kind.MEMORY),
                course.latest(Kind.ROWS),
                course.latest(Kind.MEGABYTES),
                course.latest(Kind.QUEUE),
                chat.outcomes());
    }

    private int tell(Course course, Talkers chat, int population) {
        double warm = minutes * SECONDS_OF_A_MINUTE / 2;
        List<Trend> trends = course.trends(warm, kept);
        Run run = new Run(minutes, missed, restarts, chat.outcomes());
        Findings findings = Findings.of(trends, course.partly(warm), run, unjudged);
        Report report = new Report()
                .with("avatars", population)
                .with("talkers", talkers)
                .with("minutes", minutes)
                .with("processors", Runtime.getRuntime().availableProcessors())
                .with(
                        "load_average",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .with("messages", run.messages())
                .with("samples_missed", missed)
                .with("restarts", restarts)
                .with("flat", findings.isFlat())
                .with("findings", findings.lines());
        for (Kind kind : Kind.values()) {
            report.with(name(kind), figures(trends, kind)).with(name(kind) + "_course", course.all(kind));
        }
        report.write(out);
        terminal.say("");
        terminal.say(new TrendTable(population, growth).of(trends));
        terminal.say("");
        findings.lines().forEach(terminal::say);
        terminal.say("Messages: " + run.messages() + ". All figures: " + out);
        return flat ? findings.exitCode() : 0;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> figures(List<Trend> trends, Kind kind) {
        Map<String, Object> figures = new LinkedHashMap<>();
        trends.stream()
                .filter(trend -> trend.what().kind() == kind)
                .forEach(trend -> figures.put(
                        trend.what().name(),
                        Map.of(
                                "mean",
                                trend.line().mean(),
                                "percent_in_five_minutes",
                                trend.line().percentPerFiveMinutes(),
                                "per_hour",
                                trend.line().perHour(),
                                "verdict",
                                trend.verdict().name().toLowerCase(Locale.ROOT))));
        return figures;
    }
}
