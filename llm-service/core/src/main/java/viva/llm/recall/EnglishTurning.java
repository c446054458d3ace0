package viva.llm.recall;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import viva.llm.hearing.PlainText;

/** English: pronouns change, and the verbs that agree with them. */
final class EnglishTurning implements Turning {
    private static final Map<String, String> TURNED = Map.ofEntries(
            Map.entry("i", "you"),
            Map.entry("i'm", "you're"),
            Map.entry("im", "you're"),
            Map.entry("i've", "you've"),
            Map.entry("ive", "you've"),
            Map.entry("i'd", "you'd"),
            Map.entry("i'll", "you'll"),
            Map.entry("me", "you"),
            Map.entry("my", "your"),
            Map.entry("mine", "yours"),
            Map.entry("myself", "yourself"),
            Map.entry("we", "you"),
            Map.entry("we're", "you're"),
            Map.entry("we've", "you've"),
            Map.entry("we'd", "you'd"),
            Map.entry("we'll", "you'll"),
            Map.entry("our", "your"),
            Map.entry("ours", "yours"),
            Map.entry("us", "you"),
            Map.entry("ourselves", "yourselves"));

    private static final Set<String> FIRST =
            Set.of("i", "i'm", "im", "i've", "ive", "i'd", "i'll", "my", "we", "we're", "we've", "our");

    /** Words whose being addressed to the avatar a turned sentence would twist. */
    private static final Set<String> ADDRESSED = Set.of("you", "your", "you're", "yours", "yourself", "u", "ur");

    @Override
    public Optional<String> statement(String text, List<Token> tokens) {
        String[] words = text.split(" ", -1);
        boolean first = false;
        boolean afterI = false;
        StringBuilder turned = new StringBuilder(text.length() + 16);
        for (int at = 0; at < words.length; at++) {
            String core = core(words[at]);
            String plain = core.toLowerCase(Locale.ROOT).replace('’', '\'');
            if (ADDRESSED.contains(plain)) {
                return Optional.empty();
            }
            first |= FIRST.contains(plain);
            String said =
                    afterI && plain.equals("am") ? "are" : afterI && plain.equals("was") ? "were" : TURNED.get(plain);
            afterI = plain.equals("i")
                    || (afterI
                            && Set.of("also", "really", "just", "still", "always")
                                    .contains(plain));
            turned.append(at == 0 ? "" : " ")
                    .append(said == null ? begun(words[at], core, at) : words[at].replace(core, said));
        }
        return first ? Optional.of(turned.toString()) : Optional.empty();
    }

    /** A first word that is a name keeps its capital: only words of every day lose it. */
    private static String begun(String word, String core, int at) {
        boolean everyday = at == 0
                && Set.of(
                                "the",
                                "a",
                                "an",
                                "this",
                                "that",
                                "tomorrow",
                                "today",
                                "yesterday",
                                "tonight",
                                "on",
                                "in",
                                "at",
                                "next",
                                "last",
                                "one",
                                "two",
                                "both",
                                "when",
                                "if",
                                "since",
                                "every",
                                "some",
                                "there")
                        .contains(PlainText.folded(core));
        return everyday ? word.toLowerCase(Locale.ROOT) : word;
    }

    private static String core(String word) {
        return word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }

    @Override
    public String both(String first, String second) {
        return first + ", and " + second;
    }

    @Override
    public String own(String thing, List<Token> question) {
        return "your " + thing;
    }
}
