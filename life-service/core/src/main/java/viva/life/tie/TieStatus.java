package viva.life.tie;

import java.util.Locale;

/**
 * What somebody is to an avatar, as that avatar sees it: the statuses of the relationship service. The codes are part of every stored mind:
 * they are never reused.
 */
public enum TieStatus {
    STRANGERS(0),
    ACQUAINTANCES(1),
    FRIENDS(2),
    CLOSE_FRIENDS(3),
    BEST_FRIENDS(4),
    CRUSH(5),
    MUTUAL_CRUSH(6),
    DATING(7),
    PARTNERS(8),
    COMPLICATED(9),
    EX(10);

    private static final TieStatus[] ALL = values();

    private final byte code;

    TieStatus(int code) {
        this.code = (byte) code;
    }

    /** Its number in stored minds. */
    public byte code() {
        return code;
    }

    /**
     * The status of a stored number.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static TieStatus ofCode(byte code) {
        if (code < 0 || code >= ALL.length) {
            throw new IllegalArgumentException("must be in [0," + (ALL.length - 1) + "]: tie status = " + code);
        }
        return ALL[code];
    }

    /**
     * Reads a label such as {@code close_friends}.
     *
     * @throws IllegalArgumentException when there is no such status
     */
    public static TieStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Its name in lower snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is about love, hoped for or returned. */
    public boolean isRomantic() {
        return switch (this) {
            case CRUSH, MUTUAL_CRUSH, DATING, PARTNERS -> true;
            case STRANGERS, ACQUAINTANCES, FRIENDS, CLOSE_FRIENDS, BEST_FRIENDS, COMPLICATED, EX -> false;
        };
    }

    /** Whether the two are together. */
    public boolean isCouple() {
        return this == DATING || this == PARTNERS;
    }

    /** How warm it is by itself, in [−1, 1]. Ours: the order is the relationship service's, the distances are even. */
    public double warmth() {
        return switch (this) {
            case STRANGERS -> 0;
            case ACQUAINTANCES -> .15;
            case FRIENDS -> .4;
            case CLOSE_FRIENDS, CRUSH -> .6;
            case BEST_FRIENDS, MUTUAL_CRUSH -> .8;
            case DATING -> .9;
            case PARTNERS -> 1;
            case COMPLICATED -> -.4;
            case EX -> -.5;
        };
    }
}
