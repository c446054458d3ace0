package viva.llm.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The labelled sentences that no rule was written after and no training sentence was taken from, split by a fixed seed: whoever
 * tunes looks at the {@link Half#TUNING} half only, and the {@link Half#TEST} half yields nothing but aggregate figures.
 */
final class HeldOut {
    private static final long SEED = 20_261_129;

    enum Half {
        TUNING,
        TEST
    }

    /** One sentence and its label; the label is empty in the files that have none. */
    record Labelled(String label, String text) {}

    private HeldOut() {}

    /** One half of a file such as {@code intents.tsv} of a language such as {@code pt}. */
    static List<Labelled> half(String language, String file, Half half) {
        List<Labelled> all = new ArrayList<>(read(language + "/" + file));
        SplittableRandom random = new SplittableRandom(SEED ^ (language + "/" + file).hashCode());
        for (int i = all.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Labelled moved = all.set(i, all.get(other));
            all.set(other, moved);
        }
        List<Labelled> chosen = new ArrayList<>();
        for (int i = half == Half.TUNING ? 0 : 1; i < all.size(); i += 2) {
            chosen.add(all.get(i));
        }
        return chosen;
    }

    private static List<Labelled> read(String name) {
        try (InputStream in = HeldOut.class.getResourceAsStream("/viva/llm/understanding/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(HeldOut::labelled)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Labelled labelled(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? new Labelled("", line) : new Labelled(line.substring(0, tab), line.substring(tab + 1));
    }
}
