package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What two avatars are to each other. The codes are part of stored minds: they are never reused. */
public enum BondStatus {
    STRANGERS(0),
    ACQUAINTANCES(1),
    FRIENDS(2),
    CLOSE_FRIENDS(3),
    BEST_FRIENDS(4),
    /** One of the two is in love. */
    CRUSH(5),
    /** Both are in love, and not a couple yet. */
    MUTUAL_CRUSH(6),
    DATING(7),
    PARTNERS(8),
    /** After a quarrel. */
    COMPLICATED(9),
    EX(10);

    private static final BondStatus[] ALL = values();

    private final byte code;

    BondStatus(int code) {
        this.code = (byte) code;
    }

    /** Its number in stored minds, in [0, 10]. */
    public byte code() {
        return code;
    }

    /**
     * The status of a stored number.
     *
     * @throws IllegalArgumentException when there is no such status
     */
    public static BondStatus ofCode(byte code) {
        if (code < 0 || code >= ALL.length) {
            throw new IllegalArgumentException("must be in [0," + (ALL.length - 1) + "]: bond status = " + code);
        }
        return ALL[code];
    }

    /**
     * Reads a label in either case: journals of minds have it in upper case.
     *
     * @throws IllegalArgumentException when there is no such status
     */
    @JsonCreator
    public static BondStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** The status of a label; empty when there is no such status, or no label. */
    public static Optional<BondStatus> ifKnown(String label) {
        return Arrays.stream(ALL).filter(status -> status.label().equals(label)).findFirst();
    }

    /** The name as it stands in JSON and in tables: lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the two are a couple. */
    public boolean isCouple() {
        return switch (this) {
            case DATING, PARTNERS -> true;
            case STRANGERS, ACQUAINTANCES, FRIENDS, CLOSE_FRIENDS, BEST_FRIENDS, CRUSH, MUTUAL_CRUSH, COMPLICATED, EX ->
                false;
        };
    }

    /** Whether it is about love, hoped for or returned. */
    public boolean isRomantic() {
        return switch (this) {
            case CRUSH, MUTUAL_CRUSH, DATING, PARTNERS -> true;
            case STRANGERS, ACQUAINTANCES, FRIENDS, CLOSE_FRIENDS, BEST_FRIENDS, COMPLICATED, EX -> false;
        };
    }
}
