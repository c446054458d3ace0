package viva.llm.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A training sentence with alternatives, such as {@code I [want|need] to go}: some of the sentences that it stands for. */
final class TrainingTemplate {
    /** Sentences that one template yields at most. */
    private static final int MOST = 40;

    private TrainingTemplate() {}

    static List<String> expand(String template) {
        if (template.indexOf('[') < 0) {
            return List.of(template);
        }
        SplittableRandom random = new SplittableRandom(template.hashCode());
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 2 * MOST && sentences.size() < MOST; i++) {
            String sentence = one(template, random);
            if (!sentences.contains(sentence)) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    private static String one(String template, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('[', at);
            int close = open < 0 ? -1 : template.indexOf(']', open);
            if (close < 0) {
                out.append(template, at, template.length());
                break;
            }
            String[] alternatives = template.substring(open + 1, close).split("\\|", -1);
            out.append(template, at, open).append(alternatives[random.nextInt(alternatives.length)]);
            at = close + 1;
        }
        return out.toString().replaceAll("\\s+", " ").strip();
    }
}
