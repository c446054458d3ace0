package viva.life.decision;

import java.time.Instant;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Command;
import viva.contracts.message.Event;
import viva.contracts.message.LifeCommand;

/** A message that a decision sends, once its changes are committed. */
public sealed interface Posting {
    /** An event for everybody who wants its type. */
    record Published(CloudEvent<? extends Event> event) implements Posting {}

    /** A command to the shard of another avatar. */
    record ToAvatar(CloudEvent<? extends LifeCommand> command) implements Posting {}

    /**
     * A command to another service.
     *
     * @param expiresAt from this real instant on it is worth nothing; null for never
     */
    record ToRecipient(CloudEvent<? extends Command> command, Recipient recipient, Instant expiresAt)
            implements Posting {}

    /** Who takes commands of the life service. The llm service has one queue for each urgency. */
    enum Recipient {
        LLM_INTERACTIVE,
        LLM_CONVERSATION,
        LLM_BACKGROUND,
        AVATAR_MEMORIES
    }
}
