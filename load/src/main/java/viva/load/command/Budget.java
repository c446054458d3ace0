package viva.load.command;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.load.report.Report;
import viva.load.speech.CountingModel;
import viva.load.speech.Crowd;
import viva.load.speech.LedgerSum;
import viva.load.speech.Talks;
import viva.load.speech.Windows;
import viva.load.town.Town;
import viva.load.town.TownPlan;
import viva.local.service.ServiceName;
import viva.local.terminal.Terminal;

/**
 * Owners write and avatars want to talk, while a language model allows few requests a minute; fails unless every owner is answered by
 * the model, the model never counts more requests than it allows, and the ledger holds what the model charged.
 */
@Command(
        name = "budget",
        description = "Owners and avatars share a language model that allows few requests a minute.",
        mixinStandardHelpOptions = true)
public final class Budget implements Callable<Integer> {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST_QUEUEING_MILLIS = 3_000;
    private static final long PROMPT_PRICE = 2;
    private static final long COMPLETION_PRICE = 5;
    private static final int LLM_HEAP = 384;

    @Option(names = "--minutes", defaultValue = "5", description = "Real minutes (${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--replicas", defaultValue = "3", description = "Processes of the llm service (${DEFAULT-VALUE}).")
    private int replicas;

    @Option(names = "--owners", defaultValue = "20", description = "Who write once a minute (${DEFAULT-VALUE}).")
    private int owners;

    @Option(
            names = "--talkers",
            defaultValue = "1000",
            description = "Avatars who talk once a minute (${DEFAULT-VALUE}).")
    private int talkers;

    @Option(names = "--limit", defaultValue = "40", description = "Requests in any 60 seconds (${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--seed", defaultValue = "7", description = "Who writes when (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--home", description = "The folder for the servers' data, which is emptied first (.viva/load).")
    private Path home;

    private final Terminal terminal = Terminal.ofThisProcess();

    @Override
    public Integer call() {
        Path root = TownOptions.root();
        Path folder = (home == null ? root.resolve(".viva/load") : home).toAbsolutePath();
        Talks talks = new Talks();
        try (CountingModel model = new CountingModel(seed);
                Town town = new Town(new TownPlan(root, folder, LLM_HEAP, 1, environment(model), Map.of()))) {
            Thread ending = new Thread(town::close);
            Runtime.getRuntime().addShutdownHook(ending);
            terminal.step("Servers", "ready", town::found);
            for (int number = 1; number <= replicas; number++) {
                terminal.step("llm " + number, "ready", () -> town.start(ServiceName.LLM));
            }
            terminal.say("%d owners and %d avatars for %s minutes.".formatted(owners, talkers, minutes));
            speak(town, talks);
            LedgerSum ledger = settled(town, model);
            Runtime.getRuntime().removeShutdownHook(ending);
            return judge(model, talks, ledger, folder.resolve("budget.json"));
        }
    }

    private Map<String, String> environment(CountingModel model) {
        return Map.of(
                "NIM_BASE_URL", model.url().toString(),
                "NIM_LLM_MODEL", CountingModel.NAME,
                "VIVA_LLM_BUDGET_REQUESTS_PER_MINUTE", Integer.toString(limit),
                "VIVA_LLM_BUDGET_PRICES", "%s=%d/%d".formatted(CountingModel.NAME, PROMPT_PRICE, COMPLETION_PRICE));
    }

    private void speak(Town town, Talks talks) {
        try (Crowd crowd = new Crowd(town.broker(), talks, seed)) {
            crowd.speak(owners, talkers, Duration.ofMillis(Math.round(minutes * MINUTE.toMillis())));
            Bench.await("every answer", () -> talks.open() == 0);
        }
    }

    /** The ledger is written once a second. */
    private static LedgerSum settled(Town town, CountingModel model) {
        for (int look = 0; look < 10; look++) {
            LedgerSum sum = LedgerSum.of(town.room(ServiceName.LLM));
            if (sum.requests() >= model.charged().requests()) {
                return sum;
            }
            Bench.pause(1_000);
        }
        return LedgerSum.of(town.room(ServiceName.LLM));
    }

    private int judge(CountingModel model, Talks talks, LedgerSum ledger, Path out) {
        Talks.Outcome outcome = talks.outcome();
        CountingModel.Charged charged = model.charged();
        List<CountingModel.Arrival> arrivals = model.arrivals();
        int most =
                Windows.most(arrivals.stream().map(CountingModel.Arrival::nanos).toList(), MINUTE.toNanos());
        List<Long> queueing = arrivals.stream()
                .flatMap(arrival -> arrival.mark().stream().map(mark -> arrival.nanos() - talks.askedAt(mark)))
                .map(nanos -> nanos / 1_000_000)
                .toList();
        List<Long> answered =
                outcome.answerNanos().stream().map(nanos -> nanos / 1_000_000).toList();
        long charge = charged.promptTokens() * PROMPT_PRICE + charged.completionTokens() * COMPLETION_PRICE;
        boolean kept = outcome.answersByModel() == outcome.questions()
                && Windows.quantile(queueing, .99) < MOST_QUEUEING_MILLIS
                && most <= limit
                && ledger.promptTokens() == charged.promptTokens()
                && ledger.completionTokens() == charged.completionTokens()
                && ledger.costMicros() == charge;
        Report report = new Report()
                .with("replicas", replicas)
                .with("minutes", minutes)
                .with("limit", limit)
                .with(
                        "load_average",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage())
                .with("owner_messages", outcome.questions())
                .with("answered_by_the_model", outcome.answersByModel())
                .with("answered_offline", outcome.answersOffline())
                .with("queueing_p50_millis", Windows.quantile(queueing, .5))
                .with("queueing_p99_millis", Windows.quantile(queueing, .99))
                .with("queueing_longest_millis", Windows.quantile(queueing, 1))
                .with("answered_p50_millis", Windows.quantile(answered, .5))
                .with("answered_p99_millis", Windows.quantile(answered, .99))
                .with("turns_wanted", outcome.turns())
                .with("turns_by_the_model", outcome.turnsByModel())
                .with("turns_offline", outcome.turnsOffline())
                .with("requests_at_the_model", charged.requests())
                .with("most_requests_in_60_seconds", most)
                .with("broken_answers", charged.broken())
                .with("tokens_charged", charged.promptTokens() + charged.completionTokens())
                .with("tokens_in_the_ledger", ledger.promptTokens() + ledger.completionTokens())
                .with("micros_charged", charge)
                .with("micros_in_the_ledger", ledger.costMicros())
                .with("all_kept", kept);
        report.write(out);
        terminal.say("");
        terminal.say(report.text());
        terminal.say("All figures: " + out);
        return kept ? 0 : 1;
    }
}
