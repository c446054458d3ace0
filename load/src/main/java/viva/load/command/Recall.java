package viva.load.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import viva.load.dialogue.Dialogue;
import viva.load.dialogue.DialogueFile;
import viva.load.laboratory.Laboratory;
import viva.load.owner.Household;
import viva.load.owner.PublicApi;
import viva.load.recall.Outcome;
import viva.load.recall.RecallFigures;
import viva.load.recall.RecallTable;
import viva.load.recall.RememberedDialogue;
import viva.load.report.Report;
import viva.load.world.RunningWorld;
import viva.local.home.WorldFolder;
import viva.local.settings.Settings;
import viva.local.terminal.Terminal;

/** How well the avatars of a running world find what was said: dialogues are remembered through the public API, and questions asked about them. */
@Command(
        name = "recall",
        description = "Dialogues are remembered turn by turn, and questions asked about them; what is found is told.",
        footer = {
            "",
            "FILE has the JSON form of LoCoMo: conversation.session_1 … with {speaker, dia_id, text}, each with",
            "session_1_date_time, and qa with {question, evidence, category}; a list of such, or one. Two of our own:",
            "",
            "  ./viva bench recall load/dialogues/imogen-declan.json load/dialogues/livia-otavio.json",
            "",
            "Recall is the share of the evidence among so many hits, MRR the mean of 1 / rank of the first one.",
            "Of the two halves, weights and thresholds were chosen on one, tuning."
        })
public final class Recall implements Callable<Integer> {
    private static final int TURNS_BETWEEN_LINES = 100;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dialogues with questions.")
    private List<Path> files = List.of();

    @Option(names = "--gateway", description = "Where the world is; else the one that ./viva status finds.")
    private URI gateway;

    @Option(names = "--out", defaultValue = "recall.json", description = "Where the figures go (${DEFAULT-VALUE}).")
    private Path out;

    @Option(names = "--json", description = "Say nothing but the figures, as JSON.")
    private boolean json;

    @Option(
            names = "--laboratory",
            description =
                    "Try rankings in this process instead, without a world: what each part of the ranking is worth.")
    private boolean laboratory;

    private final Terminal terminal = Terminal.ofThisProcess();

    @Override
    public Integer call() {
        List<Dialogue> dialogues =
                files.stream().flatMap(file -> DialogueFile.read(file).stream()).toList();
        if (laboratory) {
            tryRankings(dialogues);
            return 0;
        }
        Household owner = Household.open(new PublicApi(gateway == null ? running() : gateway));
        List<Outcome> outcomes = new ArrayList<>();
        dialogues.forEach(dialogue -> outcomes.addAll(outcomes(owner, dialogue)));
        tell(dialogues, outcomes);
        return 0;
    }

    private void tryRankings(List<Dialogue> dialogues) {
        Report report = new Report();
        new Laboratory(dialogues).run(this::say).forEach(report::with);
        report.write(out);
        if (json) {
            terminal.say(report.json());
        }
    }

    private static URI running() {
        Settings settings = Settings.of(TownOptions.root(), System.getenv());
        return new RunningWorld(new WorldFolder(settings.home())).gateway();
    }

    private List<Outcome> outcomes(Household owner, Dialogue dialogue) {
        int turns = dialogue.turns().size();
        say("%s: %d turns, %d questions"
                .formatted(dialogue.name(), turns, dialogue.questions().size()));
        RememberedDialogue remembered = new RememberedDialogue(owner, dialogue);
        remembered.store(stored -> {
            if (stored % TURNS_BETWEEN_LINES == 0) {
                say("  %d of %d stored".formatted(stored, turns));
            }
        });
        remembered.awaitSearchable();
        remembered.warmUp();
        return dialogue.questions().stream().map(remembered::ask).toList();
    }

    private void tell(List<Dialogue> dialogues, List<Outcome> outcomes) {
        List<RecallFigures> figures = RecallFigures.of(outcomes);
        List<String> unknown = dialogues.stream()
                .flatMap(dialogue -> dialogue.unknown().stream())
                .toList();
        Map<String, Object> parts = new LinkedHashMap<>();
        figures.forEach(part -> parts.put(part.part(), part.json()));
        double[] millis =
                outcomes.stream().mapToDouble(Outcome::millis).sorted().toArray();
        Report report = new Report()
                .with(
                        "turns",
                        dialogues.stream().mapToInt(one -> one.turns().size()).sum())
                .with("questions", outcomes.size())
                .with("evidence_unknown", unknown)
                .with("search_p50_millis", percentile(millis, .5))
                .with("search_p99_millis", percentile(millis, .99))
                .with("parts", parts);
        report.write(out);
        if (json) {
            terminal.say(report.json());
            return;
        }
        say("");
        say(RecallTable.of(figures));
        unknown.forEach(evidence -> say("No turn is called " + evidence + "; it does not count."));
        say("A search took %.1f ms (p50), %.1f ms (p99). All figures: %s"
                .formatted(percentile(millis, .5), percentile(millis, .99), out));
    }

    /** Of an ascending row that is not empty; {@code part} in [0, 1]. */
    private static double percentile(double[] ascending, double part) {
        return ascending[(int) Math.min(ascending.length - 1, ascending.length * part)];
    }

    private void say(String line) {
        if (!json) {
            terminal.say(line);
        }
    }
}
