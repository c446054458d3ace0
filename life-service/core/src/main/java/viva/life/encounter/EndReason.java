package viva.life.encounter;

/** Why an encounter ended, or never began, as it stands in messages and rows. */
final class EndReason {
    /** A conversation with an avatar that was erased is over; what the other side said in it stays. */
    static final String PARTNER_GONE = "partner_gone";

    /** A conversation with an avatar that was deactivated is over. */
    static final String PARTNER_RESTS = "partner_rests";

    /** An avatar does not come because it was erased. */
    static final String GONE = "gone";

    /** An avatar does not come because it was deactivated. */
    static final String RESTING = "resting";

    /** An avatar does not come, for a reason that the other side is not to know, such as a block. */
    static final String NOT_AVAILABLE = "not_available";

    /** An owner does not want the other avatar. */
    static final String BLOCKED = "blocked";

    /** The host does not wait any more. */
    static final String TOO_LATE = "too_late";

    /** An owner ended it. */
    static final String OWNER_ENDED = "owner_ended";

    /** One of the two does not want to have to do with the other any more. */
    static final String PARTED = "parted";

    /** It went on to its last turn. */
    static final String GOODBYE = "goodbye";

    /** It ended before its last turn. */
    static final String CUT_SHORT = "cut_short";

    private EndReason() {}
}
