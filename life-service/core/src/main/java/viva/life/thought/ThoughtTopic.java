package viva.life.thought;

import java.util.Locale;

/** What a spontaneous thought is about. The codes are part of every stored mind: they are never reused. */
public enum ThoughtTopic {
    WANDERING(0),
    LONELY(1),
    CURIOUS(2),
    TIRED(3),
    UNEASY(4),
    HAPPY(5),
    SAD(6),
    ANGRY(7),
    WORRIED(8),
    LOVING(9),
    EXCITED(10),
    OWNER(11);

    private final byte code;

    ThoughtTopic(int code) {
        this.code = (byte) code;
    }

    /** Its number in stored minds, from 0 without gaps. */
    public byte code() {
        return code;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
