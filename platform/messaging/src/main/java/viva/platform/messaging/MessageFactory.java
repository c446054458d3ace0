package viva.platform.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import viva.contracts.DerivedId;
import viva.contracts.WorldTime;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LiveFrame;
import viva.contracts.message.Message;
import viva.contracts.message.MessageTypes;

/** Puts what this service says into envelopes. */
@Singleton
public class MessageFactory {
    private final String source;
    private final MessageTraces traces;
    private final Clock clock = Clock.systemUTC();

    @Inject
    public MessageFactory(@ConfigProperty(name = "quarkus.application.name") String service, MessageTraces traces) {
        this.source = "/viva/" + service;
        this.traces = traces;
    }

    /** A message that nothing caused, with a new id. */
    public <T extends Message> CloudEvent<T> first(T data) {
        return first(UuidCreator.getTimeOrderedEpoch(), null, data);
    }

    /** A message that nothing caused. */
    public <T extends Message> CloudEvent<T> first(UUID id, WorldTime worldTime, T data) {
        return CloudEvent.first(id, source, clock.instant(), worldTime, traceparent(id, data, null), data);
    }

    /**
     * A message that follows from {@code cause}. Its id is derived from the cause's id and its own type and subject, so that a
     * cause that is handled twice says the same message twice, and consumers see one.
     */
    public <T extends Message> CloudEvent<T> causedBy(CloudEvent<?> cause, WorldTime worldTime, T data) {
        UUID id = DerivedId.of(cause.id(), data.getClass().getSimpleName() + data.avatarId());
        return causedBy(cause, id, worldTime, data);
    }

    /** A message that follows from {@code cause}, with an id of its own. */
    public <T extends Message> CloudEvent<T> causedBy(CloudEvent<?> cause, UUID id, WorldTime worldTime, T data) {
        return CloudEvent.causedBy(
                cause.tracedAs(traceparent(id, data, cause.traceparent())),
                id,
                source,
                clock.instant(),
                worldTime,
                data);
    }

    /** A live frame is no work of anybody: there are many, and they belong to what they show. */
    private String traceparent(UUID id, Message data, String cause) {
        return data instanceof LiveFrame ? cause : traces.making(id, MessageTypes.nameOf(data.getClass()), cause);
    }
}
