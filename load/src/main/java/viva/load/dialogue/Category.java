package viva.load.dialogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kind of a question: a number of LoCoMo (1 to 5) or of our own files (6 to 8), or a word. */
final class Category {
    private static final String NO_ANSWER = "without an answer";
    private static final String NO_SUBJECT = "never a subject";
    private static final Map<String, String> WORDS = Map.of(
            "1", "several hops",
            "2", "time",
            "3", "open",
            "4", "one hop",
            "5", NO_ANSWER,
            "6", "near-equal names",
            "7", "changed facts",
            "8", NO_SUBJECT);
    private static final Set<String> UNANSWERABLE =
            Set.of(NO_ANSWER, NO_SUBJECT, "adversarial", "unanswerable", "abstention", "no answer");

    private Category() {}

    static String of(JsonNode category) {
        String text = category.asText("").strip().toLowerCase(Locale.ROOT);
        return text.isEmpty() ? "without a category" : WORDS.getOrDefault(text, text);
    }

    /** Whether its questions ask for what was never said. */
    static boolean isUnanswerable(String category) {
        return UNANSWERABLE.contains(category);
    }
}
