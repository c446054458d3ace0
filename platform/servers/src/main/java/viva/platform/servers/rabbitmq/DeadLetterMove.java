package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Moves everything from one dead letter queue to its successor and deletes it. A message is acknowledged only when the broker has
 * confirmed it in the successor, so none is lost wherever this is cut off; up to {@link #ROUND} of them are in both queues then,
 * and the next move repeats them with the same message ids.
 */
final class DeadLetterMove {
    /** Messages in hand at a time. */
    static final int ROUND = 50;

    private static final long CONFIRM_MILLIS = 10_000;

    /** What the broker itself adds to each delivery from a quorum queue. */
    private static final String DELIVERY_COUNT = "x-delivery-count";

    private final Channel channel;
    private final String queue;
    private final Definitions.Binding successor;
    private final long limit;
    private volatile boolean returned;
    private long moved;

    /**
     * A move that has not begun.
     *
     * @param channel for this move alone; whatever is in hand returns to {@code queue} when it is closed
     * @param limit messages that the successor can hold
     */
    DeadLetterMove(Channel channel, String queue, Definitions.Binding successor, long limit) {
        this.channel = channel;
        this.queue = queue;
        this.successor = successor;
        this.limit = limit;
    }

    /** Messages that the successor has got so far. */
    long moved() {
        return moved;
    }

    /**
     * Moves everything and deletes the queue.
     *
     * @throws IOException when that is not possible now; the message says why
     */
    void run() throws IOException, TimeoutException, InterruptedException {
        channel.confirmSelect();
        channel.addReturnListener(message -> returned = true);
        do {
            moveAll();
            requireNobodyReads();
            // What a reader that is gone by now had in hand has come back before it ceased to count as one.
        } while (moveAll() > 0);
        channel.queueDelete(queue);
    }

    /** Until the broker says that there is no further message; its leader says so, a count may be 0 for want of a leader. */
    private long moveAll() throws IOException, TimeoutException, InterruptedException {
        long before = moved;
        for (List<GetResponse> round = take(); !round.isEmpty(); round = take()) {
            requireRoomFor(round.size());
            for (GetResponse letter : round) {
                publish(letter);
            }
            if (!channel.waitForConfirms(CONFIRM_MILLIS)) {
                throw new IOException("%s takes no messages".formatted(successor.queue()));
            }
            if (returned) {
                throw new IOException(
                        "%s leads nowhere from %s".formatted(successor.routingKey(), successor.exchange()));
            }
            channel.basicAck(round.getLast().getEnvelope().getDeliveryTag(), true);
            moved += round.size();
        }
        return moved - before;
    }

    private List<GetResponse> take() throws IOException {
        List<GetResponse> round = new ArrayList<>();
        while (round.size() < ROUND) {
            GetResponse letter = channel.basicGet(queue, false);
            if (letter == null) {
                break;
            }
            round.add(letter);
        }
        return round;
    }

    /** A full dead letter queue lets go of its oldest message. */
    private void requireRoomFor(int messages) throws IOException {
        if (channel.messageCount(successor.queue()) + messages > limit) {
            throw new IOException("%s is full, replay or drop some of its messages".formatted(successor.queue()));
        }
    }

    /** In a quorum queue each message that was got by hand and is not acknowledged counts as a consumer, too. */
    private void requireNobodyReads() throws IOException {
        long readers = channel.consumerCount(queue);
        if (readers > 0) {
            throw new IOException("others have its messages in hand (%d)".formatted(readers));
        }
    }

    /** As the dead-lettering queue published it: to its own name, so that the message differs in nothing. */
    private void publish(GetResponse letter) throws IOException {
        AMQP.BasicProperties properties = letter.getProps();
        Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
        if (headers.containsKey(DELIVERY_COUNT)) {
            headers = new HashMap<>(headers);
            headers.remove(DELIVERY_COUNT);
            properties = properties.builder().headers(headers).build();
        }
        channel.basicPublish(successor.exchange(), successor.routingKey(), true, properties, letter.getBody());
    }
}
