package viva.llm.prompt;

import java.util.Map;
import viva.contracts.TalkTopic;

/** What a turn asks, tells or answers, in words. By label, so that topics can be added; a test sees that none is forgotten. */
final class TopicWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("feelings", "how one is"),
            Map.entry("day", "how the day was"),
            Map.entry("interests", "what one likes to do"),
            Map.entry("taste", "whether the one who is asked cares for what the asker likes to do"),
            Map.entry("laughter", "what makes one laugh"),
            Map.entry("place", "a favourite place"),
            Map.entry("wish", "a wish"),
            Map.entry("worry", "a worry"),
            Map.entry("memory", "a memory"),
            Map.entry("plans", "what one looks forward to"),
            Map.entry("values", "what matters most"),
            Map.entry("pride", "what one is proud of"),
            Map.entry("people", "who knows one best"),
            Map.entry("thoughts", "what is on one's mind"),
            Map.entry("rest", "how one comes to rest"),
            Map.entry("fondness", "how one notices that somebody cares"),
            Map.entry("origin", "how that interest began"),
            Map.entry("draw", "what it is about that place or plan"),
            Map.entry("obstacle", "what is in the way of that wish"),
            Map.entry("help", "what helps against that worry"),
            Map.entry("cause", "what brought that feeling or thought on"),
            Map.entry("meaning", "why that matters"),
            Map.entry("outing", "doing something together"),
            Map.entry("date", "going out together as lovers do"));

    private TopicWords() {}

    /** Such as {@code a favourite place}; another label, such as that of a thought, as plain words; empty for none. */
    static String of(String label) {
        if (label == null || label.equals(TalkTopic.NOTHING.label())) {
            return "";
        }
        String words = WORDS.get(label);
        return words == null ? Labels.words(label) : words;
    }

    /** Whether there are words of its own for a topic. */
    static boolean knows(TalkTopic topic) {
        return WORDS.containsKey(topic.label());
    }
}
