package viva.life.mind;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a mind.
 *
 * @param intents what it wants done, in the order in which it decided so
 * @param ticks how many ticks were lived on the way
 */
public record Outcome(Mind mind, List<Intent> intents, int ticks) {
    public Outcome {
        intents = List.copyOf(intents);
    }

    /** The intents, and that the chat with the owner is over when it ran in {@code before} and does not any more. */
    public List<Intent> intentsSince(Mind before) {
        List<Intent> over = chatEnd(before);
        if (over.isEmpty()) {
            return intents;
        }
        List<Intent> all = new ArrayList<>(over);
        all.addAll(intents);
        return all;
    }

    /** That the chat with the owner is over, when it is since {@code before}; a list of one intent or none. */
    public List<Intent> chatEnd(Mind before) {
        boolean over = before.chatUntilMillis() != Mind.NO_CHAT && mind.chatUntilMillis() == Mind.NO_CHAT;
        return over ? List.of(new Intent.ChatEnded(mind.asOf())) : List.of();
    }
}
