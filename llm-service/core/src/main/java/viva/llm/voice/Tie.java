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

    /** The tie of a status such as {@code close_friends}; a status that is unknown here counts as {@link #KNOWN}. */
    static Tie of(SpeakV1.Partner partner) {
        String status = partner == null || partner.status() == null ? "" : partner.status();
        return switch (status) {
            case "strangers" -> NEW;
            case "friends", "close_friends", "best_friends" -> FRIEND;
            case "crush", "mutual_crush" -> SWEET;
            case "dating", "partners" -> COUPLE;
            case "complicated", "ex" -> STRAINED;
            default -> KNOWN;
        };
    }
}
