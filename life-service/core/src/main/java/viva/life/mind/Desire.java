package viva.life.mind;

import java.util.Locale;

/** What an avatar wants most. The codes are part of every stored mind: they are never reused. */
public enum Desire {
    NONE(0),
    WANTS_TO_TALK(1),
    WANTS_TO_SEE_CRUSH(2),
    WANTS_SOMETHING_NEW(3),
    WANTS_REST(4),
    WANTS_ATTENTION(5),
    WANTS_TO_EXPRESS(6);

    private final byte code;

    Desire(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    /** Its name in lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
