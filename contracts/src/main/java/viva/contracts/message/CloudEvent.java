package viva.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.DerivedId;
import viva.contracts.WorldTime;

/**
 * The envelope of every message: CloudEvents 1.0, structured JSON. The attributes after {@code time} are extensions.
 *
 * @param id unique; a consumer that has seen it ignores the message
 * @param source the service that says it, such as {@code /viva/avatar}
 * @param type the name of the {@code data} record, see {@link MessageType}
 * @param subject the avatar it is about
 * @param worldtime the world's instant, or null when the speaker does not keep world time
 * @param traceparent W3C trace context, or null
 * @param correlationid the message that began the conversation this one belongs to, or null
 * @param causationid the message that this one answers or follows from, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CloudEvent<T extends Message>(
        String specversion,
        UUID id,
        String source,
        String type,
        AvatarId subject,
        Instant time,
        String datacontenttype,
        WorldTime worldtime,
        String traceparent,
        UUID correlationid,
        UUID causationid,
        T data) {
    public static final String SPEC_VERSION = "1.0";
    public static final String JSON = "application/json";

    public CloudEvent {
        if (!SPEC_VERSION.equals(specversion)) {
            throw new IllegalArgumentException("must be 1.0: specversion = " + specversion);
        }
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(data, "data");
    }

    /** The same message with another trace context, or null for none. */
    public CloudEvent<T> tracedAs(String context) {
        return Objects.equals(context, traceparent)
                ? this
                : new CloudEvent<>(
                        specversion,
                        id,
                        source,
                        type,
                        subject,
                        time,
                        datacontenttype,
                        worldtime,
                        context,
                        correlationid,
                        causationid,
                        data);
    }

    /**
     * The same message, as one of a known type.
     *
     * @throws ClassCastException when its data is of another type
     */
    public <E extends Message> CloudEvent<E> as(Class<E> wanted) {
        return new CloudEvent<>(
                specversion,
                id,
                source,
                type,
                subject,
                time,
                datacontenttype,
                worldtime,
                traceparent,
                correlationid,
                causationid,
                wanted.cast(data));
    }

    /**
     * The event as one for each thing that it says, in order; itself when it says one. The first has this message's id, and the ids of the others
     * follow from it.
     */
    public List<CloudEvent<? extends Event>> parts() {
        List<? extends Message> said = data instanceof Combined<?> combined ? combined.parts() : List.of(data);
        List<CloudEvent<? extends Event>> parts = new ArrayList<>(said.size());
        for (Message part : said) {
            UUID partId = parts.isEmpty() ? id : DerivedId.of(id, "part " + parts.size());
            parts.add(new CloudEvent<>(
                    specversion,
                    partId,
                    source,
                    MessageTypes.nameOf(part.getClass()),
                    part.avatarId(),
                    time,
                    datacontenttype,
                    worldtime,
                    traceparent,
                    correlationid,
                    causationid,
                    (Event) part));
        }
        return parts;
    }

    /** A message that begins something: nothing caused it. */
    public static <T extends Message> CloudEvent<T> first(
            UUID id, String source, Instant time, WorldTime worldtime, String traceparent, T data) {
        return new CloudEvent<>(
                SPEC_VERSION,
                id,
                source,
                MessageTypes.nameOf(data.getClass()),
                data.avatarId(),
                time,
                JSON,
                worldtime,
                traceparent,
                id,
                null,
                data);
    }

    /** A message that {@code cause} led to: it carries on its correlation and trace. */
    public static <T extends Message> CloudEvent<T> causedBy(
            CloudEvent<?> cause, UUID id, String source, Instant time, WorldTime worldtime, T data) {
        UUID correlation = cause.correlationid == null ? cause.id : cause.correlationid;
        return new CloudEvent<>(
                SPEC_VERSION,
                id,
                source,
                MessageTypes.nameOf(data.getClass()),
                data.avatarId(),
                time,
                JSON,
                worldtime,
                cause.traceparent,
                correlation,
                cause.id,
                data);
    }
}
