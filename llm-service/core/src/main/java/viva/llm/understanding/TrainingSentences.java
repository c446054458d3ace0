package viva.llm.understanding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The labelled sentences of {@code src/main/training}, one folder a language: {@code <label>.txt} holds a sentence a line, a file that
 * begins with an underscore a label, a tab and a sentence. {@code src/main/training-templates/<language>.txt} holds labels and sentences
 * with slots such as {@code {a|b}}.
 */
final class TrainingSentences {
    private static final long SEED = 7;
    private static final String SENTENCES = "training";
    private static final String TEMPLATES = "training-templates";

    /** Sentences made of one template; more only repeat what the classifier knows. */
    private static final int MOST_OF_A_TEMPLATE = 12;

    /** A sentence and what it is. */
    record Labelled(Intent intent, String text) {}

    private TrainingSentences() {}

    /** The files of sentences below {@code src/main} in a fixed order. */
    static List<Path> files(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of(SENTENCES, TEMPLATES)) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(found::add);
            }
        }
        return found;
    }

    /** Every sentence of a language such as {@code pt}, templates filled in. */
    static List<Labelled> of(String language, Path root) throws IOException {
        List<Labelled> sentences = new ArrayList<>();
        for (Path file : files(root)) {
            if (language.equals(languageOf(file, root))) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        add(root.relativize(file), line, sentences);
                    }
                }
            }
        }
        return sentences;
    }

    private static String languageOf(Path file, Path root) {
        return root.relativize(file).getName(1).toString().replace(".txt", "");
    }

    private static void add(Path file, String line, List<Labelled> into) {
        String name = file.getFileName().toString();
        boolean template = file.startsWith(TEMPLATES);
        if (!template && !name.startsWith("_")) {
            into.add(new Labelled(Intent.of(name.substring(0, name.length() - ".txt".length())), line.strip()));
            return;
        }
        String[] parts = line.split("\t", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("must be a label, a tab and a sentence: " + file + ": " + line);
        }
        Intent intent = Intent.of(parts[0].strip());
        List<String> texts = template ? filled(parts[1]) : List.of(parts[1].strip());
        texts.forEach(text -> into.add(new Labelled(intent, text)));
    }

    /** The sentences of a template: each choice of each slot once, in as few sentences as that takes. */
    static List<String> filled(String template) {
        SplittableRandom random = new SplittableRandom(SEED ^ template.hashCode());
        List<List<String>> parts = new ArrayList<>();
        int at = 0;
        int most = 1;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = template.indexOf('}', Math.max(open, at));
            if (open < 0 || close < 0) {
                break;
            }
            parts.add(List.of(template.substring(at, open)));
            List<String> choices =
                    shuffled(List.of(template.substring(open + 1, close).split("\\|", -1)), random);
            parts.add(choices);
            most = Math.max(most, choices.size());
            at = close + 1;
        }
        parts.add(List.of(template.substring(at)));
        return Stream.iterate(0, i -> i + 1)
                .limit(Math.min(most, MOST_OF_A_TEMPLATE))
                .map(i -> sentence(parts, i))
                .distinct()
                .toList();
    }

    private static String sentence(List<List<String>> parts, int number) {
        StringBuilder sentence = new StringBuilder();
        parts.forEach(choices -> sentence.append(choices.get(number % choices.size())));
        return sentence.toString().strip();
    }

    /** The sentences of all languages. */
    static List<Labelled> all(Path root) throws IOException {
        Set<String> languages = new TreeSet<>();
        for (Path file : files(root)) {
            languages.add(languageOf(file, root));
        }
        List<Labelled> all = new ArrayList<>();
        for (String language : languages) {
            all.addAll(of(language, root));
        }
        return all;
    }

    private static List<String> shuffled(List<String> choices, SplittableRandom random) {
        List<String> shuffled = new ArrayList<>(choices);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            String moved = shuffled.set(i, shuffled.get(other));
            shuffled.set(other, moved);
        }
        return shuffled;
    }
}
