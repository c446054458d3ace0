package viva.life.chance;

/**
 * What a random number is for. Each purpose has its own stream, so that a new use of chance in one part of a life changes nothing
 * in another. The codes are part of every stored life: they are never reused or renumbered.
 */
public enum Purpose {
    CHRONOTYPE(1),
    THOUGHT_GAP(2),
    THOUGHT_TOPIC(3),
    CHOICE(4),
    DURATION(5),
    RETRY(6),
    DIALOGUE_ACT(7),
    TURN_GAP(8),
    VERDICT(9),
    PARTNER(10),
    CONVERSATION_ID(11),
    INVITATION(12),
    NEWBORN(13),
    TALK_TOPIC(14);

    private final long code;

    Purpose(long code) {
        this.code = code;
    }

    long code() {
        return code;
    }
}
