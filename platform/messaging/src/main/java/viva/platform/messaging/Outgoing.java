package viva.platform.messaging;

import java.time.Instant;
import viva.contracts.ShardId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.Command;
import viva.contracts.message.Event;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.LiveFrame;
import viva.contracts.message.MessageTypes;

/**
 * An encoded message and where it goes.
 *
 * @param expiresAt from this real instant on the broker may drop it; null when it is worth something for ever
 */
public record Outgoing(String messageId, String exchange, String routingKey, String body, Instant expiresAt) {
    /** One that never expires. */
    public Outgoing(String messageId, String exchange, String routingKey, String body) {
        this(messageId, exchange, routingKey, body, null);
    }

    /** The same message, worth nothing after {@code instant}; null for never. */
    public Outgoing until(Instant instant) {
        return new Outgoing(messageId, exchange, routingKey, body, instant);
    }

    /** Its exchange and its routing key without the avatar, as the column of the outbox says it. */
    String destination() {
        int subject = exchange.equals(Topology.EVENTS) ? routingKey.lastIndexOf('.') : -1;
        return exchange + " " + (subject < 0 ? routingKey : routingKey.substring(0, subject));
    }

    /** An event: every queue that asked for its type gets a copy. */
    public static Outgoing event(CloudEvent<? extends Event> event) {
        return encoded(event, Topology.EVENTS, MessageTypes.topicOf(event.type()) + "." + event.subject());
    }

    /** A command to an avatar: it goes to the queue of its shard. */
    public static Outgoing toAvatar(CloudEvent<? extends LifeCommand> command) {
        return command(command, Topology.shardQueue(ShardId.of(command.subject())));
    }

    /** A command to the consumers of one queue. */
    public static Outgoing command(CloudEvent<? extends Command> command, String queue) {
        return encoded(command, Topology.COMMANDS, Topology.labelOf(queue));
    }

    /** A frame for those who look right now. */
    public static Outgoing live(CloudEvent<? extends LiveFrame> frame) {
        return encoded(frame, Topology.LIVE, MessageTypes.topicOf(frame.type()) + "." + frame.subject());
    }

    private static Outgoing encoded(CloudEvent<?> event, String exchange, String routingKey) {
        return new Outgoing(event.id().toString(), exchange, routingKey, Envelopes.encode(event));
    }
}
