package viva.llm.recall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A fact that is told and asked back.
 *
 * @param told the earlier statement, and the later one that corrects it, if any
 * @param expected what the answer must contain; {@code -} when nothing was told
 */
record ToldAndAsked(List<String> told, String question, String expected) {
    private static final Path FOLDER = Path.of("src/test/resources/viva/llm/recall");

    static List<ToldAndAsked> read(String language) {
        return lines(language + ".txt").stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split(" \\| ", -1))
                .map(part -> new ToldAndAsked(List.of(part[0].split(" / ", -1)), part[1], part[2].strip()))
                .toList();
    }

    static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the owner wrote: the fact, and one to five other lines after it. */
    List<String> lines(String language, int index) {
        List<String> between = lines(language + "-between.txt");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            lines.add(told.get(i));
            for (int other = 0; other <= (index + i) % 5; other++) {
                lines.add(between.get((index * 3 + i + other) % between.size()));
            }
        }
        return lines;
    }

    boolean isAnswered(Recalled recalled) {
        return switch (recalled) {
            case Recalled.Unknown _ -> expected.equals("-");
            case Recalled.Fact fact ->
                (fact.value().orElse("") + " " + fact.said())
                        .toLowerCase(Locale.ROOT)
                        .contains(expected.toLowerCase(Locale.ROOT));
        };
    }
}
