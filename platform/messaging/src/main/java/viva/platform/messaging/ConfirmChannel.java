package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * A channel that publishes, and knows of each message whether the broker has it. One thread sends; the client library's thread brings the
 * answers, which are handed on at once.
 */
final class ConfirmChannel {
    private static final Logger LOG = Logger.getLogger(ConfirmChannel.class);

    private final Channel channel;
    private final BiConsumer<Sending, NotConfirmed> answers;
    private final ConcurrentNavigableMap<Long, Sending> open = new ConcurrentSkipListMap<>();

    /**
     * Opens one on {@code connection}.
     *
     * @param answers gets every message once, with null when it was confirmed; must not block
     * @param closed told how many messages had no answer when the broker closed the channel and not the connection
     */
    ConfirmChannel(Connection connection, BiConsumer<Sending, NotConfirmed> answers, IntConsumer closed)
            throws IOException {
        this.answers = answers;
        channel = BrokerLink.channel(connection);
        channel.confirmSelect();
        channel.addConfirmListener(
                (tag, upTo) -> answer(tag, upTo, null),
                (tag, upTo) ->
                        answer(tag, upTo, new NotConfirmed.Refused("the broker refused it: a queue is full", null)));
        channel.addShutdownListener(cause -> shutDown(cause, closed));
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Whether every message has its answer. */
    boolean isQuiet() {
        return open.isEmpty();
    }

    void send(Sending sending, AMQP.BasicProperties properties) {
        long tag = channel.getNextPublishSeqNo();
        open.put(tag, sending);
        Outgoing message = sending.message();
        try {
            channel.basicPublish(
                    message.exchange(),
                    message.routingKey(),
                    properties,
                    message.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            // Whatever it is, the sender learns of it.
            if (open.remove(tag, sending)) {
                answers.accept(sending, new NotConfirmed.Away("the broker is not connected", e));
            }
        }
    }

    /** Messages without an answer. */
    int unanswered() {
        return open.size();
    }

    /** Gives up messages that were sent before {@code nanos} and have no answer; returns the first of them. */
    Optional<Sending> giveUpBefore(long nanos) {
        Sending first = null;
        for (Map.Entry<Long, Sending> each : open.entrySet()) {
            if (each.getValue().sentNanos() - nanos >= 0) {
                break;
            }
            if (giveUp(each.getKey(), each.getValue())) {
                first = first == null ? each.getValue() : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** Gives up every message to {@code destination} that has no answer, however young it is. */
    void giveUp(String destination) {
        open.forEach((tag, sending) -> {
            if (sending.message().destination().equals(destination)) {
                giveUp(tag, sending);
            }
        });
    }

    private boolean giveUp(Long tag, Sending sending) {
        boolean hadNoAnswer = open.remove(tag, sending);
        if (hadNoAnswer) {
            answers.accept(sending, new NotConfirmed.Unanswered("the broker did not confirm it in time"));
        }
        return hadNoAnswer;
    }

    /** Blocks for as long as the broker takes. */
    void close() {
        try {
            channel.abort();
        } catch (IOException gone) {
            LOG.debugf("a channel ended before it was closed: %s", gone.getMessage());
        }
    }

    private void answer(long tag, boolean upTo, NotConfirmed failure) {
        if (upTo) {
            take(open.headMap(tag, true), failure).forEach(sending -> answers.accept(sending, failure));
        } else {
            Sending sending = open.remove(tag);
            if (sending != null) {
                answers.accept(sending, failure);
            }
        }
    }

    /** A failure is noted first: once the channel is without a message, those behind it may be sent on another one. */
    private Collection<Sending> take(Map<Long, Sending> part, NotConfirmed failure) {
        List<Sending> taken = new ArrayList<>();
        part.forEach((tag, sending) -> {
            if (failure != null) {
                sending.failed(failure);
            }
            if (open.remove(tag, sending)) {
                taken.add(sending);
            }
        });
        return taken;
    }

    /** A broker that closes the channel alone means one of the messages: it was sent to nowhere, or without the right to. */
    private void shutDown(ShutdownSignalException cause, IntConsumer closed) {
        Map<Long, Sending> last = new TreeMap<>(open);
        boolean meansOne = !cause.isHardError() && !cause.isInitiatedByApplication();
        NotConfirmed failure = meansOne && last.size() == 1
                ? new NotConfirmed.Refused("the broker refused it: " + cause.getMessage(), cause)
                : new NotConfirmed.Away("the connection to the broker was lost", cause);
        Collection<Sending> unanswered = take(last, failure);
        unanswered.forEach(sending -> answers.accept(sending, failure));
        if (meansOne) {
            closed.accept(unanswered.size());
        }
    }
}
