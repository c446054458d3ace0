package viva.life.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.life.hearing.Signs;

/**
 * From an owner's message to the words of the answer, through what really reads, chooses and speaks. The messages stand in {@code talks.txt}:
 * what they are read as, the acts that fit, what the answer has to contain and what it must not; an empty part asks for nothing. With
 * {@code -Dtalks.answers=FILE} the answers are written down for reading.
 */
class FromMessageToWordsTest {
    private static final Path TALKS = Path.of("src/test/resources/viva/life/reading/talks.txt");
    private static final List<Integer> SEEDS = List.of(1, 2, 3);

    private record Expected(String message, String intent, List<String> acts, String must, String never) {
        static Expected of(String line) {
            String[] parts = Arrays.copyOf(line.split(";;", -1), 5);
            return new Expected(part(parts[0]), part(parts[1]), acts(part(parts[2])), part(parts[3]), part(parts[4]));
        }

        private static String part(String part) {
            return part == null ? "" : part.strip();
        }

        private static List<String> acts(String acts) {
            return acts.isEmpty() ? List.of() : List.of(acts.split(",\\s*"));
        }

        /** What is wrong with how it was taken and answered. */
        List<String> misses(OwnersTalk.Answer answer) {
            List<String> wrong = new ArrayList<>();
            if (!isMeant(answer.reading())) {
                wrong.add("not read as " + intent + ": " + answer.reading());
            }
            if (!acts.isEmpty() && !acts.contains(answer.act().label())) {
                wrong.add("does not fit: " + answer.act());
            }
            if (!must.isEmpty() && !found(must, answer.words())) {
                wrong.add("does not say " + must);
            }
            if (!never.isEmpty() && found(never, answer.words())) {
                wrong.add("says " + never);
            }
            return wrong.stream()
                    .map(each -> message + " => " + answer.words() + "\n    " + each)
                    .toList();
        }

        private boolean isMeant(Reading reading) {
            return switch (intent) {
                case "" -> true;
                case "distress" -> Signs.distress(reading);
                case "sarcasm" -> reading.tones().getOrDefault("sarcasm", 0.0) >= Signs.MEANT;
                default -> Signs.intent(intent).test(reading);
            };
        }

        private static boolean found(String pattern, String text) {
            return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text)
                    .find();
        }
    }

    @Test
    void a_message_is_read_taken_and_answered_as_what_it_is() throws IOException {
        StringBuilder answers = new StringBuilder();
        List<String> wrong = new ArrayList<>();
        for (int seed : SEEDS) {
            OwnersTalk talk = null;
            int talks = 0;
            for (String line : Files.readAllLines(TALKS)) {
                if (line.startsWith("# ")) {
                    talk = OwnersTalk.in(line.substring(2, 4), ++talks * 100 + seed);
                    answers.append('\n').append(line).append('\n');
                } else {
                    Expected expected = Expected.of(line);
                    OwnersTalk.Answer answer = talk.hear(expected.message());
                    wrong.addAll(expected.misses(answer));
                    answers.append("- ")
                            .append(expected.message())
                            .append("\n  ")
                            .append(answer)
                            .append('\n');
                }
            }
        }

        String file = System.getProperty("talks.answers");
        if (file != null) {
            Files.writeString(Path.of(file), answers);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_said_to_an_invitation_is_what_the_mind_chose() {
        for (String language : List.of("en", "pt")) {
            boolean portuguese = language.equals("pt");
            String message = portuguese ? "Quer dar uma volta comigo?" : "Do you want to go for a walk with me?";
            Pattern no = Pattern.compile(
                    portuguese
                            ? "agora não|hoje não|deixa essa|não dou conta|prefiro não|desta vez não|não é pra mim|fim da bateria"
                                    + "|no meio|descansar antes"
                            : "not just now|not today|pass this|not up to|on empty|halfway|need a rest|rather not|not this time"
                                    + "|not for me|not in the mood",
                    Pattern.CASE_INSENSITIVE);
            int declined = 0;
            for (int seed = 1; seed <= 60; seed++) {
                OwnersTalk.Answer answer = OwnersTalk.in(language, .1, seed).hear(message);
                boolean declines = answer.act() == DialogueAct.DECLINE;
                declined += declines ? 1 : 0;
                assertThat(answer.act()).isIn(DialogueAct.ACCEPT, DialogueAct.DECLINE);
                assertThat(no.matcher(answer.words().toLowerCase(Locale.ROOT)).find())
                        .as("%s: %s", answer.act(), answer.words())
                        .isEqualTo(declines);
            }
            assertThat(declined).isBetween(10, 50);
        }
    }
}
