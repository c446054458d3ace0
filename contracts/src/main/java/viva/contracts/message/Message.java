package viva.contracts.message;

import viva.contracts.AvatarId;

/** What travels through the broker: an event, a command or a live frame. */
public sealed interface Message permits Event, Command, LiveFrame {
    /** The avatar it is about; the {@code subject} of its envelope. */
    AvatarId avatarId();
}
