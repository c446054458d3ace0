package viva.life.activity;

import java.util.Objects;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.life.need.Regime;
import viva.life.talk.Script;

/**
 * Talking with another avatar.
 *
 * @param until world milliseconds at which the two part, or at which it stops waiting for the first word
 * @param script how it goes; null as long as that is not known
 * @param landed how many of its turns have taken place
 */
public record InConversation(AvatarId partner, ConversationId conversation, long until, Script script, int landed)
        implements Activity {
    public InConversation {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(conversation, "conversation");
        if (landed < 0 || landed > (script == null ? 0 : script.turns())) {
            throw new IllegalArgumentException("must be in [0,turns]: landed = " + landed);
        }
    }

    /** It turned out how the conversation goes. */
    public InConversation begin(Script agreed) {
        return new InConversation(partner, conversation, agreed.end(), agreed, 0);
    }

    /** One more turn took place. */
    public InConversation turn() {
        return new InConversation(partner, conversation, until, script, landed + 1);
    }

    /** World milliseconds of the next turn, or of the end when none is left. */
    public long nextAt() {
        return script == null || landed == script.turns() ? until : script.turnAt(landed);
    }

    public Socializing part(long mingleUntil) {
        return Socializing.about(mingleUntil);
    }

    @Override
    public boolean involves(AvatarId other) {
        return other.equals(partner);
    }

    @Override
    public String label() {
        return "in_conversation";
    }

    @Override
    public Regime regime() {
        return Regime.COMPANY;
    }
}
