package viva.life.command;

import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.SpeakV1;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;

/** What leads to a decision. */
public sealed interface Trigger {
    /** The avatar of the shard that it is about. */
    AvatarId avatar();

    /**
     * A command to the avatar.
     *
     * @param reading of an owner's message; null when it was not understood, and for every other command
     * @param recalled what came to the avatar's mind at an owner's message or return, the best first
     */
    record Commanded(CloudEvent<?> envelope, LifeCommand command, Reading reading, List<SpeakV1.Memory> recalled)
            implements Trigger {
        public Commanded {
            recalled = List.copyOf(recalled);
        }

        /** A command at which nothing comes to mind. */
        public Commanded(CloudEvent<?> envelope, LifeCommand command, Reading reading) {
            this(envelope, command, reading, List.of());
        }

        @Override
        public AvatarId avatar() {
            return command.avatarId();
        }
    }

    /** An awaited answer is due. */
    record AnswerDue(Ask ask) implements Trigger {
        @Override
        public AvatarId avatar() {
            return ask.avatar();
        }
    }

    /**
     * Ticks up to {@code at} do something in the world.
     *
     * @param reaches whether the avatar wants to write to its owner, or remembers the chat that is over
     */
    record TicksDue(AvatarId avatar, WorldTime at, boolean reaches) implements Trigger {}

    /** The next turn of a voiced encounter wants words. */
    record TurnDue(Encounter encounter) implements Trigger {
        @Override
        public AvatarId avatar() {
            return encounter.host().id();
        }
    }
}
