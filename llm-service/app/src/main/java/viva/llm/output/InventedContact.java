package viva.llm.output;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import viva.llm.crisis.CrisisLines;

/**
 * Addresses and telephone numbers in a sentence. A model invents them; only the links and numbers of {@link CrisisLines} may
 * leave.
 */
final class InventedContact {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:[a-z][a-z0-9+.-]{1,12}://|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.\\w{2,}"
                    + "|\\b[a-z0-9-]{2,}\\.(?:com|org|net|io|ai|app|dev|info|me|co|gov|edu|br|de|es|pt|uk|us|at|ch|eu)\\b(?:/\\S*)?");
    private static final Pattern TELEPHONE = Pattern.compile("(?<!\\d)\\+?\\(?\\d(?:[ ()./-]?\\d){6,14}(?!\\d)");

    /** The numbers and links that may be given. */
    private static final Pattern GIVEN = Pattern.compile(CrisisLines.contacts().stream()
            .map(Pattern::quote)
            .collect(Collectors.joining(
                    "|", "(?i)(?<![\\w@./-])(?:https://)?(?:www\\.)?(?:", ")(?![\\w/@-]|[ .]\\w*\\d|\\.\\w)")));

    private InventedContact() {}

    static boolean isIn(String sentence) {
        String rest = GIVEN.matcher(sentence).replaceAll(" ");
        return ADDRESS.matcher(rest).find() || TELEPHONE.matcher(rest).find();
    }
}
