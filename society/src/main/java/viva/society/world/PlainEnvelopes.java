package viva.society.world;

import java.time.Instant;
import java.util.UUID;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Message;
import viva.life.decision.Envelopes;

/** Envelopes of messages that never leave the process: without traces, and without an instant of real time. */
final class PlainEnvelopes implements Envelopes {
    private static final String SOURCE = "/viva/society";

    @Override
    public <T extends Message> CloudEvent<T> first(UUID id, WorldTime at, T data) {
        return CloudEvent.first(id, SOURCE, Instant.EPOCH, at, null, data);
    }

    @Override
    public <T extends Message> CloudEvent<T> causedBy(CloudEvent<?> cause, UUID id, WorldTime at, T data) {
        return CloudEvent.causedBy(cause, id, SOURCE, Instant.EPOCH, at, data);
    }
}
