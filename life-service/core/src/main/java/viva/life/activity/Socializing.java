package viva.life.activity;

import java.util.Objects;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.life.need.Regime;

/** Among others, looking for somebody to talk to. */
public record Socializing(long until) implements Activity {
    /** A partner was found; the conversation ends at {@code until} at the latest. */
    public InConversation meet(AvatarId partner, ConversationId conversation, long until) {
        Objects.requireNonNull(partner, "partner");
        return new InConversation(partner, conversation, until);
    }

    /** No partner. */
    public Idle leave() {
        return new Idle();
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
