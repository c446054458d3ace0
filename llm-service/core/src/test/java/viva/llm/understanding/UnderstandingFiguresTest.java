package viva.llm.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well intents are told apart in sentences that nobody tuned on: macro-F1, the mean of the labels' harmonic means of precision and
 * recall. The figures of both halves, label by label, stand in {@code target/understanding}; the sentences of the test half nowhere.
 */
class UnderstandingFiguresTest {
    private static final Understanding UNDERSTANDING = new Understanding();

    private static final class Count {
        private int right;
        private int missed;
        private int wrong;

        double f1() {
            return 2.0 * right / Math.max(1, 2 * right + missed + wrong);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, .90", "pt, .85"})
    void intents_of_sentences_that_it_was_not_made_from_are_told_apart(String language, double least)
            throws IOException {
        List<String> table = new ArrayList<>();
        Map<HeldOut.Half, Double> figures = new EnumMap<>(HeldOut.Half.class);
        for (HeldOut.Half half : HeldOut.Half.values()) {
            Map<Intent, Count> counts = counts(HeldOut.half(language, "intents.tsv", half), Locale.of(language));
            double f1 =
                    counts.values().stream().mapToDouble(Count::f1).average().orElseThrow();
            figures.put(half, f1);
            table.add("%s %s: macro-F1 %.3f".formatted(language, half, f1));
            counts.forEach((intent, count) -> table.add("%-16s %.2f  right %2d  missed %2d  wrongly %2d"
                    .formatted(intent.label(), count.f1(), count.right, count.missed, count.wrong)));
        }
        Path file = Files.createDirectories(Path.of("target", "understanding")).resolve(language + ".txt");
        Files.write(file, table);
        System.out.printf("understanding %s: macro-F1 %s%n", language, figures);

        assertThat(figures.get(HeldOut.Half.TEST)).isGreaterThanOrEqualTo(least);
    }

    private static Map<Intent, Count> counts(List<HeldOut.Labelled> sentences, Locale language) {
        Map<Intent, Count> counts = new EnumMap<>(Intent.class);
        for (HeldOut.Labelled sentence : sentences) {
            Intent expected = Intent.of(sentence.label());
            Intent found = UNDERSTANDING
                    .understand(sentence.text(), language)
                    .leading()
                    .orElse(Intent.OTHER);
            counts.computeIfAbsent(expected, _ -> new Count());
            counts.computeIfAbsent(found, _ -> new Count());
            if (found == expected) {
                counts.get(expected).right++;
            } else {
                counts.get(expected).missed++;
                counts.get(found).wrong++;
            }
        }
        return counts;
    }
}
