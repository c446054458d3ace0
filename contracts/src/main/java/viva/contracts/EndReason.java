package viva.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a conversation of two avatars ended, or never began. */
public enum EndReason {
    /** It went on to its last turn. */
    GOODBYE,
    /** It ended before its last turn. */
    CUT_SHORT,
    /** An owner ended it. */
    OWNER_ENDED,
    /** One of the two was erased; what the other one said in it stays. */
    PARTNER_GONE,
    /** One of the two was deactivated. */
    PARTNER_RESTS,
    /** One of the two does not want to have to do with the other any more. */
    PARTED,
    /** The guest does not wait for the first word any more. */
    NO_LONGER_WAITING,

    /** The one who was asked was erased. */
    GONE,
    /** One of the two was deactivated before it began. */
    RESTING,
    /** An avatar does not come, for a reason that the other side is not to know, such as a block. */
    NOT_AVAILABLE,
    /** The owner of the host does not want the other avatar. */
    BLOCKED,
    /** The host does not wait any more. */
    TOO_LATE,
    /** The one who was asked did not answer in time. */
    NO_ANSWER,

    ASLEEP,
    IN_CONVERSATION,
    /** There is too little energy left. */
    EXHAUSTED,
    /** The guest invited the host at the same time, and that invitation counts. */
    ASKED_FIRST,
    EXPLORING,
    REFLECTING,
    /** The guest has just come across somebody whom it had only heard of. */
    DISTRACTED,
    GOING_TO_BED,
    /** After a quarrel or a break-up. */
    HURT,
    WANTS_TO_BE_ALONE,
    NOT_IN_THE_MOOD,

    /** A reason of another release, which is unknown here. */
    OTHER;

    /** Reads a label; one that is unknown comes to {@link #OTHER}. */
    @JsonCreator
    public static EndReason of(String label) {
        return Arrays.stream(values())
                .filter(reason -> reason.label().equals(label))
                .findFirst()
                .orElse(OTHER);
    }

    /** The name as it stands in JSON and in tables: lower snake case. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return label();
    }
}
