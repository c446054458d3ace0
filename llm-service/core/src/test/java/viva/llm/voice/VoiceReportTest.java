package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;

/**
 * How varied the voice is over 1,000 conversations, and whether five personalities can be told apart by ten lines. With
 * {@code -Dvoice.report=FILE} the figures are written as a Markdown table.
 */
class VoiceReportTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final int CONVERSATIONS = 1_000;
    private static final int MESSAGES = 10;
    private static final int SAMPLES = 500;
    private static final int REFERENCES = 50;
    private static final int LINES = 10;
    private static final int GROUPS = 100;
    private static final String INTERESTS_AND_VALUES =
            "(?iu)\\b(chess|music|tea|dancing|poetry|astronomy|cycling|baking|history|honesty|freedom|xadrez|música|chá|dançar|dança|poesia|astronomia|andar"
                    + " de bicicleta|fazer bolos|história|honestidade|liberdade)\\b";

    private record Figures(String language, double distinctTwo, double selfBleu, double toldApart) {
        String row() {
            return String.format(
                    Locale.ROOT, "| %s | %.4f | %.4f | %.2f |%n", language, distinctTwo, selfBleu, toldApart);
        }
    }

    @Test
    void five_personalities_are_told_apart_by_ten_lines() throws IOException {
        List<Figures> all = List.of(figures("en", Messages.ALL), figures("pt-BR", Messages.PORTUGUESE));

        String file = System.getProperty("voice.report");
        if (file != null) {
            StringBuilder table =
                    new StringBuilder("| language | distinct-2 | self-BLEU | told apart |\n|---|---|---|---|\n");
            all.forEach(figures -> table.append(figures.row()));
            Files.writeString(Path.of(file), table);
        }
        assertThat(all).allSatisfy(figures -> {
            assertThat(figures.toldApart()).as(figures.row()).isGreaterThanOrEqualTo(.5);
        });
        // Not less varied than the voice was before it understood; docs/benchmarks.md has those figures.
        assertThat(all).extracting(Figures::distinctTwo).satisfiesExactly(atLeast(.0377), atLeast(.0363));
        assertThat(all).extracting(Figures::selfBleu).satisfiesExactly(atMost(.337), atMost(.375));
    }

    private static ThrowingConsumer<Double> atLeast(double floor) {
        return figure -> assertThat(figure).isGreaterThanOrEqualTo(floor);
    }

    private static ThrowingConsumer<Double> atMost(double ceiling) {
        return figure -> assertThat(figure).isLessThanOrEqualTo(ceiling);
    }

    private static Figures figures(String language, List<String> messages) {
        List<List<String>> bySpeaker = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (Requests who : speakers(language)) {
            List<String> lines = lines(who, messages);
            bySpeaker.add(lines);
            answers.addAll(lines);
        }
        SplittableRandom random = new SplittableRandom(20_261_129);
        return new Figures(
                language,
                VoiceFigures.distinctTwo(answers),
                VoiceFigures.selfBleu(answers, SAMPLES, REFERENCES, random),
                toldApart(bySpeaker));
    }

    /** What one speaker says in its share of the conversations. */
    private static List<String> lines(Requests who, List<String> messages) {
        List<String> lines = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < CONVERSATIONS / 5; i++) {
            Sitting sitting = new Sitting(VOICE, who, i);
            for (int message = 0; message < MESSAGES; message++) {
                lines.add(sitting.hear(messages.get(random.nextInt(messages.size()))));
            }
        }
        return lines;
    }

    /** The share of groups of ten lines from the second half that lie nearest to their speaker's centroid of the first. */
    private static double toldApart(List<List<String>> bySpeaker) {
        List<double[]> centroids = new ArrayList<>();
        for (List<String> lines : bySpeaker) {
            List<double[]> vectors = new ArrayList<>();
            for (int group = 0; group < GROUPS; group++) {
                vectors.add(masked(lines.subList(group * LINES, (group + 1) * LINES)));
            }
            centroids.add(VoiceFigures.centroid(vectors));
        }
        int right = 0;
        int all = 0;
        for (int speaker = 0; speaker < bySpeaker.size(); speaker++) {
            List<String> lines = bySpeaker.get(speaker);
            for (int group = GROUPS; (group + 1) * LINES <= lines.size(); group++) {
                double[] vector = masked(lines.subList(group * LINES, (group + 1) * LINES));
                right += nearest(vector, centroids) == speaker ? 1 : 0;
                all++;
            }
        }
        return (double) right / all;
    }

    private static int nearest(double[] vector, List<double[]> centroids) {
        int nearest = 0;
        for (int i = 1; i < centroids.size(); i++) {
            if (VoiceFigures.cosine(vector, centroids.get(i)) > VoiceFigures.cosine(vector, centroids.get(nearest))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double[] masked(List<String> lines) {
        return VoiceFigures.vector(lines.stream()
                .map(line -> line.replaceAll(INTERESTS_AND_VALUES, "#"))
                .toList());
    }

    private static List<Requests> speakers(String language) {
        Requests average = Requests.average().speaking(language);
        return List.of(
                average.who(Requests.personality(
                        .5,
                        .5,
                        .8,
                        .8,
                        .4,
                        HumorStyle.WHOLESOME,
                        LoveLanguage.WORDS,
                        AttachmentStyle.SECURE,
                        "music",
                        "baking")),
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
                        "cycling")),
                average.who(Requests.personality(
                        .9,
                        .3,
                        .5,
                        .6,
                        .7,
                        HumorStyle.ABSURD,
                        LoveLanguage.TIME,
                        AttachmentStyle.ANXIOUS,
                        "astronomy",
                        "poetry")),
                average.who(Requests.personality(
                        .3,
                        .8,
                        .2,
                        .6,
                        .2,
                        HumorStyle.DARK,
                        LoveLanguage.GIFTS,
                        AttachmentStyle.FEARFUL,
                        "history",
                        "tea")),
                average.who(Requests.personality(
                        .7,
                        .2,
                        .9,
                        .5,
                        .5,
                        HumorStyle.WITTY,
                        LoveLanguage.TOUCH,
                        AttachmentStyle.SECURE,
                        "dancing",
                        "music")));
    }
}
