package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a speaker does with a turn; the words for it are somebody else's business. The codes are part of stored minds and
 * conversations: they are never reused.
 */
public enum DialogueAct {
    GREET(0),
    ASK(1),
    DISCLOSE(2),
    JOKE(3),
    COMPLIMENT(4),
    TEASE(5),
    FLIRT(6),
    COMFORT(7),
    AGREE(8),
    DISAGREE(9),
    ARGUE(10),
    APOLOGISE(11),
    THANK(12),
    SHARE_MEMORY(13),
    INVITE(14),
    GOODBYE(15),
    /** What was asked is told. */
    ANSWER(16),
    /** Says yes to an invitation, or lets an apology count. */
    ACCEPT(17),
    /** Says no to an invitation, or would rather not answer. */
    DECLINE(18),
    LAUGH(19),
    /** A joke or a tease did not land, and that is said with good grace. */
    GROAN(20),
    /** What was told was heard, and no more. */
    ACKNOWLEDGE(21);

    private static final DialogueAct[] ALL = values();

    private final byte code;

    DialogueAct(int code) {
        this.code = (byte) code;
    }

    /** Its number in stored minds and conversations, in [0, 21]. */
    public byte code() {
        return code;
    }

    /**
     * The act of a stored number.
     *
     * @throws IllegalArgumentException when there is no such act
     */
    public static DialogueAct ofCode(byte code) {
        if (code < 0 || code >= ALL.length) {
            throw new IllegalArgumentException("must be in [0," + (ALL.length - 1) + "]: dialogue act = " + code);
        }
        return ALL[code];
    }

    /**
     * Reads a label.
     *
     * @throws IllegalArgumentException when there is no such act
     */
    @JsonCreator
    public static DialogueAct of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Its name in lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
