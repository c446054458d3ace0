package viva.life.decision;

import java.util.UUID;
import viva.contracts.DerivedId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Message;

/** Puts messages into envelopes. */
public interface Envelopes {
    /** A message that nothing caused. */
    <T extends Message> CloudEvent<T> first(UUID id, WorldTime at, T data);

    /** A message that follows from {@code cause}; {@code at} may be null. */
    <T extends Message> CloudEvent<T> causedBy(CloudEvent<?> cause, UUID id, WorldTime at, T data);

    /**
     * A message that follows from {@code cause}, with an id that follows from the cause's and its own type and subject: consumers of a
     * cause that is handled twice see one.
     */
    default <T extends Message> CloudEvent<T> causedBy(CloudEvent<?> cause, WorldTime at, T data) {
        return causedBy(cause, DerivedId.of(cause.id(), data.getClass().getSimpleName() + data.avatarId()), at, data);
    }
}
