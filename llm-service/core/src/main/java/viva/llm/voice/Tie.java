package viva.llm.voice;

import java.util.Locale;
import viva.contracts.message.SpeakV1;

/** How near the speaker is to the other avatar, as far as it changes how one talks. */
enum Tie {
    NEW,
    KNOWN,
    FRIEND,
    /** In love, but not a couple. */
    SWEET,
    COUPLE,
    /** After a quarrel or a break-up. */
    STRAINED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tie to a partner; without one, or where its status is not known, {@link #KNOWN}. */
    static Tie of(SpeakV1.Partner partner) {
        return switch (partner == null ? null : partner.status()) {
            case STRANGERS -> NEW;
            case ACQUAINTANCES -> KNOWN;
            case FRIENDS, CLOSE_FRIENDS, BEST_FRIENDS -> FRIEND;
            case CRUSH, MUTUAL_CRUSH -> SWEET;
            case DATING, PARTNERS -> COUPLE;
            case COMPLICATED, EX -> STRAINED;
            case null -> KNOWN;
        };
    }
}
