package viva.life.activity;

import java.util.Objects;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.life.need.Regime;

/**
 * Among others, looking for somebody to talk to.
 *
 * @param invited whom it asked, or null when it takes whoever is there
 * @param conversation the one they would have, or null when it only stands about
 * @param asked how often it has asked somebody, at least 0
 * @param urged whether its owner named whom it asked, and wants to know what comes of it
 */
public record Socializing(long until, AvatarId invited, ConversationId conversation, int asked, boolean urged)
        implements Activity {
    public Socializing {
        if (asked < 0 || asked > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("must be in [0,127]: asked = " + asked);
        }
        if (urged) {
            Objects.requireNonNull(invited, "invited");
        }
    }

    /** Merely among others. */
    static Socializing about(long until) {
        return new Socializing(until, null, null, 0, false);
    }

    /** It asks somebody, anybody when {@code partner} is null. */
    public Socializing invite(AvatarId partner, ConversationId wanted, boolean byWishOfOwner) {
        Objects.requireNonNull(wanted, "conversation");
        return new Socializing(until, partner, wanted, asked + 1, byWishOfOwner);
    }

    /** A partner was found; how the conversation goes is not known yet, and by {@code patience} it is over unless it is. */
    public InConversation meet(AvatarId partner, ConversationId with, long patience) {
        return new InConversation(partner, with, patience, null, 0);
    }

    /** No partner. */
    public Idle leave() {
        return Idle.SHARED;
    }

    /** Whether it waits for an answer to this invitation. */
    public boolean awaits(ConversationId answered) {
        return answered.equals(conversation);
    }

    @Override
    public boolean involves(AvatarId other) {
        return other.equals(invited);
    }

    @Override
    public String label() {
        return "socializing";
    }

    @Override
    public Regime regime() {
        return Regime.MINGLING;
    }
}
