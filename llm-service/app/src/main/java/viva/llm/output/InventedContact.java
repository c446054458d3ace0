package viva.llm.output;

import java.util.regex.Pattern;

/**
 * Addresses and telephone numbers in a sentence. A model invents them; the few links and numbers that VIVA gives stand in the fixed answers,
 * which are never a model's.
 */
final class InventedContact {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:[a-z][a-z0-9+.-]{1,12}://|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.\\w{2,}"
                    + "|\\b[a-z0-9-]{2,}\\.(?:com|org|net|io|ai|app|dev|info|me|co|gov|edu|br|de|es|pt|uk|us|at|ch|eu)\\b(?:/\\S*)?");
    private static final Pattern TELEPHONE = Pattern.compile("(?<!\\d)\\+?\\(?\\d(?:[ ()./-]?\\d){6,14}(?!\\d)");

    private InventedContact() {}

    static boolean isIn(String sentence) {
        return ADDRESS.matcher(sentence).find() || TELEPHONE.matcher(sentence).find();
    }
}
