package viva.llm.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import viva.contracts.message.SpeakV1;
import viva.llm.hearing.Heard;
import viva.llm.hearing.Listener;
import viva.llm.phrasebook.Chance;
import viva.llm.phrasebook.Language;
import viva.llm.phrasebook.Phrasebook;

/** What in the words of another avatar one can come back to, in one language. */
final class Attention {
    private static final String INTERESTS = "word.interest.";
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…:;¡¿,]+");
    private static final int SEARCHED_CHARS = 600;
    private static final int SHORTEST_TOPIC = 4;

    private final Language language;
    private final Phrasebook phrasebook;
    private final Listener listener;
    private final List<String> subjects;

    Attention(Language language, Phrasebook phrasebook, Listener listener) {
        this.language = language;
        this.phrasebook = phrasebook;
        this.listener = listener;
        Chance none = new Chance(new UUID(0, 0), 0);
        this.subjects = phrasebook.keys().stream()
                .filter(key -> key.startsWith(INTERESTS))
                .map(key -> phrasebook.lines(key).getFirst().fill(Map.of(), none))
                .sorted()
                .toList();
    }

    /** The last thing mentioned that avatars care about, as the phrasebook words it. */
    Optional<String> subject(String said) {
        String text = searched(said);
        String subject = null;
        int latest = -1;
        for (String candidate : subjects) {
            int at = wordAt(text, candidate);
            if (at > latest) {
                latest = at;
                subject = candidate;
            }
        }
        return Optional.ofNullable(subject);
    }

    /**
     * The topic of the last sentence that has one. Sentences are heard one by one, since the capital that begins one makes no
     * topic; the two who talk are not their own topic, and a word of the phrasebook is a turn of speech rather than a topic.
     */
    Optional<String> topic(SpeakV1 request) {
        List<String> parts = new ArrayList<>(List.of(SENTENCE_END.split(searched(request.said()))));
        for (String part : parts.reversed()) {
            Heard heard = listener.hearPhrases(part, language);
            Optional<String> topic = heard.topic()
                    .map(words -> words.substring(words.lastIndexOf(' ') + 1))
                    .filter(word -> isTopic(word, heard, request));
            if (topic.isPresent()) {
                return topic;
            }
        }
        return Optional.empty();
    }

    private boolean isTopic(String word, Heard heard, SpeakV1 request) {
        boolean isName = word.equalsIgnoreCase(request.profile().name())
                || (request.partner() != null
                        && word.equalsIgnoreCase(request.partner().name()));
        boolean isNoun = language != Language.GERMAN || Character.isUpperCase(word.charAt(0));
        boolean isEveryday =
                word.indexOf('\'') >= 0 || word.indexOf('’') >= 0 || phrasebook.uses(word.toLowerCase(Locale.ROOT));
        return heard.language() == language && word.length() >= SHORTEST_TOPIC && isNoun && !isName && !isEveryday;
    }

    /** Where a word stands last, or -1; German nouns only count when written as such. */
    private int wordAt(String text, String word) {
        boolean exact = language == Language.GERMAN;
        String where = exact ? text : text.toLowerCase(Locale.ROOT);
        String what = exact ? word : word.toLowerCase(Locale.ROOT);
        int at = where.lastIndexOf(what);
        while (at >= 0 && !(isEdge(where, at - 1) && isEdge(where, at + what.length()))) {
            at = where.lastIndexOf(what, at - 1);
        }
        return at;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    private static String searched(String said) {
        return said.substring(0, Math.min(SEARCHED_CHARS, said.length()));
    }
}
