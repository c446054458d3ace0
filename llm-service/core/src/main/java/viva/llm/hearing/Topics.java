package viva.llm.hearing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the one word a message is about, and the name somebody gives: only words that are safe to repeat. */
final class Topics {
    private static final int SHORTEST_TOPIC = 3;
    /** What follows a Portuguese {@code a} that is no article; {@code mulher} and {@code colher} are nouns. */
    private static final Pattern INFINITIVE = Pattern.compile("(?!mulher|colher).*[aei]r");

    /** An opinion is asked on a thing of at most this many words. */
    private static final int MOST_WORDS_OF_A_MATTER = 3;

    private final Lexicon lexicon;
    private final Unsaid unsaid;

    Topics(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.unsaid = new Unsaid(lexicon.unsaid());
    }

    /** The last noun, told by the determiner before it, else the last capitalised word inside a sentence. */
    Optional<String> topic(List<String> written, List<String> words) {
        for (int at = words.size() - 1; at > 0; at--) {
            int first = at;
            while (first > 1 && lexicon.adjectives().contains(words.get(first - 1))) {
                first--;
            }
            String before = words.get(first - 1);
            boolean verb =
                    before.equals("a") && INFINITIVE.matcher(words.get(at)).matches();
            if (lexicon.determiners().contains(before) && !verb && isTopic(written.get(at), words.get(at))) {
                return Optional.of(said(before, String.join(" ", written.subList(first, at + 1))));
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

    /** What an opinion is asked on: the words behind {@code what do you think about}. */
    Optional<String> matter(List<String> written, List<String> words) {
        String text = " " + String.join(" ", words) + " ";
        for (String asking : lexicon.opinions()) {
            int found = text.indexOf(" " + asking + " ");
            if (found >= 0) {
                int from = (int) text.substring(0, found + asking.length() + 1)
                        .chars()
                        .filter(c -> c == ' ')
                        .count();
                return matterFrom(from, written, words);
            }
        }
        return Optional.empty();
    }

    private Optional<String> matterFrom(int from, List<String> written, List<String> words) {
        int to = from;
        while (to < words.size() && to - from < MOST_WORDS_OF_A_MATTER && isOfMatter(to, from, written, words)) {
            to++;
        }
        boolean names = to > from && isTopicOfAnyLength(written.get(to - 1), words.get(to - 1));
        String first = names ? words.get(from) : "";
        if (!names || (to - from == 1 && lexicon.determiners().contains(first))) {
            return Optional.empty();
        }
        String rest = String.join(" ", written.subList(from + 1, to));
        String possessive = lexicon.possessives().get(first);
        return Optional.of(possessive == null ? String.join(" ", written.subList(from, to)) : possessive + " " + rest);
    }

    private boolean isOfMatter(int at, int from, List<String> written, List<String> words) {
        boolean begins = at == from && lexicon.determiners().contains(words.get(at));
        boolean speakable = PlainText.speakable(written.get(at)) && !unsaid.isIn(words.get(at));
        boolean carries = !lexicon.common().contains(words.get(at))
                || lexicon.adjectives().contains(words.get(at))
                || lexicon.nouns().contains(words.get(at));
        return begins || (speakable && carries);
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
                && !unsaid.isIn(folded);
    }

    private static boolean isShouted(String word) {
        return word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String capitalised(String name) {
        String lower = isShouted(name) ? name.toLowerCase(Locale.ROOT) : name;
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
