package viva.llm.hearing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the one word a message is about, and the name somebody gives: only words that are safe to repeat. */
final class Topics {
    private static final int SHORTEST_TOPIC = 3;
    private final Lexicon lexicon;

    Topics(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The last noun, told by the determiner before it, else the last capitalised word inside a sentence. */
    Optional<String> topic(List<String> written, List<String> words) {
        for (int at = words.size() - 1; at > 0; at--) {
            String before = words.get(at - 1);
            if (lexicon.determiners().contains(before) && isTopic(written.get(at), words.get(at))) {
                return Optional.of(said(before, written.get(at)));
            }
        }
        for (int at = words.size() - 1; at > 0; at--) {
            String word = written.get(at);
            if (Character.isUpperCase(word.charAt(0)) && isTopic(word, words.get(at)) && !isShouted(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** The name after {@code my name is}. */
    Optional<String> speaker(List<String> written, List<String> words) {
        String text = " " + String.join(" ", words) + " ";
        for (String introduction : lexicon.introductions()) {
            int at = text.indexOf(" " + introduction + " ");
            if (at >= 0) {
                int index = (int) text.substring(0, at + introduction.length() + 1)
                        .chars()
                        .filter(c -> c == ' ')
                        .count();
                if (index < words.size() && isTopicOfAnyLength(written.get(index), words.get(index))) {
                    return Optional.of(capitalised(written.get(index)));
                }
            }
        }
        return Optional.empty();
    }

    private String said(String determiner, String word) {
        String possessive = lexicon.possessives().get(determiner);
        String plain = isShouted(word) ? word.toLowerCase(Locale.ROOT) : word;
        return possessive == null ? plain : possessive + " " + plain;
    }

    private boolean isTopic(String word, String folded) {
        return word.length() >= SHORTEST_TOPIC && isTopicOfAnyLength(word, folded);
    }

    private boolean isTopicOfAnyLength(String word, String folded) {
        return PlainText.speakable(word)
                && !lexicon.common().contains(folded)
                && !lexicon.questions().contains(folded)
                && !lexicon.you().contains(folded)
                && !lexicon.determiners().contains(folded)
                && lexicon.unsaid().stream().noneMatch(unsaid -> Phrases.matches(unsaid, folded));
    }

    private static boolean isShouted(String word) {
        return word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String capitalised(String name) {
        String lower = isShouted(name) ? name.toLowerCase(Locale.ROOT) : name;
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
