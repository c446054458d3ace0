package viva.llm.safety;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import viva.llm.phrasebook.Language;

/**
 * Makes the models in the build. The same sentences make the same bytes: order and chance follow a fixed seed, one thread works, and no
 * function of the platform's floating point library is used.
 */
public final class SafetyTrainer {
    /** What is meant weighs more than the rest, since there is less of it. */
    private static final double WEIGHT_OF_MEANT = 4;

    /** What looks like it and is not weighs more than what does not even look like it. */
    private static final double WEIGHT_OF_LOOKALIKES = 2;

    private static final String MODEL = "bin";
    private static final String PACKAGE = "/viva/llm/safety";

    private final Matter matter;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<TrainingSentence> sentences = new ArrayList<>();

    /** One sentence and what it teaches. */
    private record TrainingSentence(String text, boolean meant, double weight) {}

    private SafetyTrainer(Matter matter) {
        this.matter = matter;
    }

    /**
     * Makes all models, unless each is younger than the sentences, the rules and the code.
     *
     * @param args the folder of the intents' training sentences, the folder of those for safety, and the folder of the classes
     */
    public static void main(String[] args) throws IOException {
        long changed = Stream.of(args[0], args[1], args[2] + PACKAGE)
                .mapToLong(folder -> youngest(new File(folder)))
                .max()
                .orElseThrow();
        for (Language language : List.of(Language.ENGLISH, Language.PORTUGUESE)) {
            for (Matter matter : Matter.values()) {
                File file = new File(args[2] + matter.resource(language, MODEL));
                if (file.lastModified() > changed) {
                    continue;
                }
                SafetyTrainer trainer = new SafetyTrainer(matter);
                trainer.read(new File(args[0], language.tag()), false);
                trainer.read(new File(args[1], language.tag()), true);
                // A build may be killed here: half a model would be younger than the sentences, and stay.
                File part = new File(file + ".part");
                try (DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(part)))) {
                    trainer.train(language).write(out);
                }
                if (!part.renameTo(file)) {
                    throw new IOException("cannot rename " + part);
                }
            }
        }
    }

    /** When the youngest file below a folder changed, models apart; in milliseconds since 1970. */
    private static long youngest(File file) {
        File[] children = file.listFiles();
        if (children == null) {
            return file.getName().endsWith("." + MODEL) ? 0 : file.lastModified();
        }
        return Arrays.stream(children).mapToLong(SafetyTrainer::youngest).max().orElse(0);
    }

    private void read(File folder, boolean lookalikes) throws IOException {
        String[] names = folder.list();
        if (names == null) {
            throw new IOException("no such folder: " + folder);
        }
        Arrays.sort(names);
        for (String name : names) {
            String label = name.replace(".txt", "");
            boolean close = lookalikes || label.startsWith("_");
            try (InputStream file = new FileInputStream(new File(folder, name))) {
                for (String line : Lines.of(file)) {
                    add(label, line, close);
                }
            }
        }
    }

    private void add(String file, String line, boolean lookalike) {
        int tab = line.indexOf('\t');
        String label = tab < 0 ? file : line.substring(0, tab);
        String text = tab < 0 ? line : line.substring(tab + 1);
        boolean meant = label.equals(matter.label());
        double weight = meant ? WEIGHT_OF_MEANT : lookalike ? WEIGHT_OF_LOOKALIKES : 1;
        List<String> written = TrainingTemplate.expand(text);
        for (String one : written) {
            sentences.add(new TrainingSentence(one, meant, weight / Math.sqrt(written.size())));
        }
        new HashSet<>(SafeTokens.of(text)).forEach(word -> counts.merge(word, 1, Integer::sum));
    }

    private SafetyModel train(Language language) {
        Set<String> words = new HashSet<>();
        counts.forEach((word, count) -> {
            if (count > 1 && SafeTokens.isWord(word)) {
                words.add(word);
            }
        });
        SafetyReader reader = new SafetyReader(matter.rules(language), Lexicon.of(language), words);
        Regression regression = new Regression();
        for (TrainingSentence sentence : sentences) {
            int[] features = reader.features(reader.read(sentence.text()));
            regression.add(features, sentence.meant(), sentence.weight());
        }
        return regression.fitted(words);
    }
}
