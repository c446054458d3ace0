package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a turn of a conversation asks, tells or answers; together with a {@link DialogueAct} it says what the words have to say. The codes are
 * part of stored minds and conversations: they are never reused.
 */
public enum TalkTopic {
    /** The act says it all, or no topic was noted. */
    NOTHING(0),
    /** How one is. */
    FEELINGS(1),
    /** How the day was. */
    DAY(2),
    /** What one likes to do. */
    INTERESTS(3),
    /** Whether one cares for what the speaker likes to do. */
    TASTE(4),
    /** What makes one laugh. */
    LAUGHTER(5),
    /** A favourite place. */
    PLACE(6),
    WISH(7),
    WORRY(8),
    MEMORY(9),
    /** What one looks forward to. */
    PLANS(10),
    /** What matters most. */
    VALUES(11),
    /** What one is proud of. */
    PRIDE(12),
    /** Who knows one best. */
    PEOPLE(13),
    /** What is on one's mind. */
    THOUGHTS(14),
    /** How one comes to rest. */
    REST(15),
    /** How others show one that they care. */
    FONDNESS(16),
    /** How an interest began; asked of {@link #INTERESTS}. */
    ORIGIN(17),
    /** What it is about a place or a plan. */
    DRAW(18),
    /** What is in the way of a wish. */
    OBSTACLE(19),
    /** What helps against a worry. */
    HELP(20),
    /** What brought a feeling or a thought on. */
    CAUSE(21),
    /** Why something matters or stays. */
    MEANING(22),
    /** An invitation to do something together. */
    OUTING(23),
    /** An invitation of lovers. */
    DATE(24);

    private static final TalkTopic[] ALL = values();

    private final byte code;

    TalkTopic(int code) {
        this.code = (byte) code;
    }

    /** Its number in stored minds and conversations, in [0, 24]. */
    public byte code() {
        return code;
    }

    /**
     * The topic of a stored number.
     *
     * @throws IllegalArgumentException when there is no such topic
     */
    public static TalkTopic ofCode(byte code) {
        if (code < 0 || code >= ALL.length) {
            throw new IllegalArgumentException("must be in [0," + (ALL.length - 1) + "]: talk topic = " + code);
        }
        return ALL[code];
    }

    /**
     * Reads a label.
     *
     * @throws IllegalArgumentException when there is no such topic
     */
    @JsonCreator
    public static TalkTopic of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Its name in lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
