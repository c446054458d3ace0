package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.contracts.DialogueAct;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Reading;
import viva.contracts.SaidHash;
import viva.contracts.message.SpeakV1;

/**
 * Twenty dialogues whose owners' lines stand in {@code samples.txt}. With {@code -Dvoice.samples=FILE} they are written as Markdown; the
 * owner's lines come with the reading that a classifier gives, and the act that a mind chooses first for it.
 */
class VoiceSamplesTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final Path SCRIPTS = Path.of("src/test/resources/viva/llm/voice/samples.txt");
    private static final List<SpeakV1.News> NEWS = List.of(
            new SpeakV1.News("became_friends", "Nia", 1),
            new SpeakV1.News("explored", null, 1),
            new SpeakV1.News("talked", "Sol", 1));
    private static final Map<String, DialogueAct> ACTS = Map.ofEntries(
            Map.entry("grief", DialogueAct.COMFORT),
            Map.entry("bad_news", DialogueAct.COMFORT),
            Map.entry("insult", DialogueAct.APOLOGISE),
            Map.entry("rejection", DialogueAct.APOLOGISE),
            Map.entry("asks_memory", DialogueAct.SHARE_MEMORY),
            Map.entry("asks_joke", DialogueAct.JOKE),
            Map.entry("farewell", DialogueAct.GOODBYE),
            Map.entry("greeting", DialogueAct.GREET),
            Map.entry("other", DialogueAct.ASK),
            Map.entry("tells_fact", DialogueAct.ASK),
            Map.entry("thanks", DialogueAct.AGREE),
            Map.entry("good_news", DialogueAct.AGREE),
            Map.entry("laughter", DialogueAct.AGREE));

    /** A dialogue: its heading, and lines of the owner, each with its intent and what the answer must contain, if anything. */
    private record Script(String language, Requests who, String title, List<String> lines) {}

    @Test
    void what_was_told_comes_back_and_no_sentence_comes_twice() throws IOException {
        StringBuilder markdown = new StringBuilder(HEAD);
        List<Script> scripts = scripts();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            Script script = scripts.get(i);
            markdown.append("\n## %d. %s\n".formatted(i + 1, script.title()));
            markdown.append(script.who().profile().name())
                    .append(", ")
                    .append(script.language())
                    .append("\n\n");
            wrong.addAll(play(script, new Sitting(VOICE, script.who(), i + 1), markdown));
        }

        String file = System.getProperty("voice.samples");
        if (file != null) {
            Files.writeString(Path.of(file), markdown);
        }
        assertThat(scripts).hasSize(20);
        assertThat(wrong).isEmpty();
    }

    private static final String HEAD = """
        # What the offline voice says

        Twenty dialogues, ten of them with facts asked back, as the voice speaks without a language model. The owner's lines stand in
        `llm-service/core/src/test/resources/viva/llm/voice/samples.txt`; the answers are written by

        ```bash
        ./mvnw -q -pl llm-service/core -am test -Dtest=VoiceSamplesTest -Dsurefire.failIfNoSpecifiedTests=false \\
          -Dvoice.samples="$PWD/docs/voice-samples.md"
        ```
        """;

    private static List<String> play(Script script, Sitting sitting, StringBuilder markdown) {
        Set<Integer> said = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (String line : script.lines()) {
            String intent = line.substring(1, line.indexOf(']'));
            String[] parts = line.substring(line.indexOf(']') + 1).strip().split(" => ", -1);
            boolean asksNews =
                    intent.equals("asks_day") || intent.equals("asks_doing") || intent.equals("asks_friends");
            String answer = sitting.hear(
                    parts[0],
                    asksNews ? NEWS : List.of(),
                    ACTS.getOrDefault(intent, DialogueAct.DISCLOSE),
                    reading(intent));
            markdown.append("> ").append(parts[0]).append("  \n").append(answer).append("\n\n");
            boolean answered =
                    parts.length == 1 || answer.toLowerCase(Locale.ROOT).contains(parts[1].toLowerCase(Locale.ROOT));
            if (!answered || SaidHash.ofSentences(answer).stream().anyMatch(hash -> !said.add(hash))) {
                wrong.add(parts[0] + " -> " + answer);
            }
        }
        return wrong;
    }

    private static Reading reading(String intent) {
        boolean sarcastic = intent.equals("sarcasm");
        return new Reading(
                "sample-1",
                sarcastic ? Map.of("sarcasm", .9) : Map.of(),
                Map.of(sarcastic ? "bad_news" : intent, .9),
                0,
                null);
    }

    private static List<Script> scripts() throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (String line : Files.readAllLines(SCRIPTS)) {
            if (line.startsWith("#")) {
                String[] head = line.substring(2).split(" \\| ", -1);
                String[] who = head[0].split(" ", -1);
                String language = who[0].equals("pt") ? "pt-BR" : who[0];
                scripts.add(new Script(language, somebody(who[1], who[2], language), head[1], new ArrayList<>()));
            } else if (!line.isBlank()) {
                scripts.getLast().lines().add(line);
            }
        }
        return scripts;
    }

    private static Requests somebody(String name, String manner, String language) {
        Requests average = Requests.average().speaking(language).named(name);
        return switch (manner) {
            case "warm" ->
                average.who(Requests.personality(
                        .5,
                        .5,
                        .7,
                        .8,
                        .4,
                        HumorStyle.WHOLESOME,
                        LoveLanguage.WORDS,
                        AttachmentStyle.SECURE,
                        "music",
                        "baking"));
            case "blunt" ->
                average.who(Requests.personality(
                        .4,
                        .7,
                        .4,
                        .2,
                        .3,
                        HumorStyle.SARCASTIC,
                        LoveLanguage.SERVICE,
                        AttachmentStyle.AVOIDANT,
                        "chess",
                        "cycling"));
            case "dreamy" ->
                average.doing(
                                "thinking",
                                "wants_something_new",
                                language.equals("en") ? "why rivers never hurry" : "por que os rios nunca têm pressa")
                        .who(Requests.personality(
                                .9,
                                .3,
                                .5,
                                .6,
                                .6,
                                HumorStyle.ABSURD,
                                LoveLanguage.TIME,
                                AttachmentStyle.ANXIOUS,
                                "astronomy",
                                "poetry"));
            default -> throw new IllegalArgumentException(manner);
        };
    }
}
