package viva.load.command;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import viva.contracts.AttachmentStyle;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.MessageId;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.message.SpeakV1;
import viva.llm.voice.OfflineVoice;
import viva.load.measure.Latencies;
import viva.load.report.Report;
import viva.load.speech.Scenes;
import viva.local.terminal.Terminal;

/** What words and vectors cost where no model's server is: the offline voice and the embedding model, in this process and without anything around. */
@Command(name = "words", description = "Answers of the offline voice and embeddings, in process.")
public final class WordsAlone implements Callable<Integer> {
    private static final int WARM_UP = 500;
    private static final List<String> SAID = List.of(
            "How are you today?",
            "I had a terrible day at work, my boss shouted at me.",
            "My dog is called Bruno and he loves the beach.",
            "What is my dog called?",
            "You make me laugh, thank you!",
            "Do you remember what I told you about the sea?",
            "Tell me something about yourself. What do you like?",
            "I never want to see you again.");

    @Option(names = "--threads", description = "Threads that work at the same time.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seconds", description = "How long each part is measured.")
    private int seconds = 20;

    @Option(names = "--out", description = "Where the figures go.")
    private Path out = Path.of("words.json");

    private final OfflineVoice voice = new OfflineVoice();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofThisProcess();
        EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
        Report report = new Report().with("threads", threads).with("seconds", seconds);
        measure("offline_replies", n -> voice.speak(request(n)), report);
        measure("embeddings", n -> model.embed(SAID.get(n % SAID.size()) + " " + n), report);
        report.write(out);
        terminal.say(report.text());
        return 0;
    }

    private void measure(String what, IntConsumer work, Report report) {
        for (int n = 0; n < WARM_UP; n++) {
            work.accept(n);
        }
        Latencies seen = Latencies.of(work, threads, Duration.ofSeconds(seconds));
        report.with(what + "_per_second", seen.perSecond())
                .with(what + "_p50_millis", seen.percentile(.5))
                .with(what + "_p99_millis", seen.percentile(.99));
    }

    private static SpeakV1 request(int n) {
        SpeakV1.Frame frame = new SpeakV1.Frame(
                new AvatarId(new UUID(1, n % 100)),
                new ConversationId(new UUID(2, n % 100)),
                new MessageId(new UUID(3, n)),
                new MessageId(new UUID(4, n)),
                new AvatarProfile("Luna", "", null, 30, n % 2 == 0 ? "en" : "pt-BR", personality(n)),
                Scenes.STATE,
                null);
        return SpeakV1.answer(
                frame,
                List.of(
                        new SpeakV1.Line(Author.OWNER, "My dog is called Bruno."),
                        new SpeakV1.Line(Author.AVATAR, "Bruno sounds like somebody I would like.")),
                SAID.get(n % SAID.size()));
    }

    private static Personality personality(int n) {
        return new Personality(
                new UnitInterval(n % 10 / 10.0),
                new UnitInterval(n % 7 / 7.0),
                new UnitInterval(n % 5 / 5.0),
                new UnitInterval(n % 3 / 3.0),
                new UnitInterval(n % 11 / 11.0),
                one(List.of(HumorStyle.values()), n),
                one(List.of(LoveLanguage.values()), n),
                one(List.of(AttachmentStyle.values()), n),
                List.of("astronomy", "music"),
                List.of("honesty"));
    }

    private static <T> T one(List<T> all, int n) {
        return all.get(n % all.size());
    }
}
