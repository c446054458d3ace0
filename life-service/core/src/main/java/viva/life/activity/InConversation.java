package viva.life.activity;

import java.util.Objects;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.life.need.Regime;

/** Talking with another avatar. */
public record InConversation(AvatarId partner, ConversationId conversation, long until) implements Activity {
    public InConversation {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(conversation, "conversation");
    }

    public Socializing part(long until) {
        return new Socializing(until);
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
