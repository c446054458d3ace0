package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import viva.platform.letters.OtherReaders;

/**
 * Moves everything from one queue to its successor, in order, and deletes it. A message is acknowledged only when the broker has
 * confirmed it in the successor, so none is lost wherever this is cut off; up to {@link #ROUND} of them are in both queues then,
 * and the next move repeats them with the same message ids.
 */
final class DeadLetterMove {
    /** Messages in hand at a time. */
    static final int ROUND = 50;

    /** How long a broker on a busy machine may take to confirm what it was given, or to deliver what it said that it has. */
    private static final long PATIENCE_MILLIS = 10_000;

    /** A queue that has delivered all that was in it at first, and then nothing for so long, is probably empty. */
    private static final long SILENCE_MILLIS = 200;

    private static final Duration COUNT_PAUSE = Duration.ofMillis(100);
    private static final int COUNT_TRIES = 50;

    /** What the broker itself adds to each delivery from a quorum queue. */
    private static final String DELIVERY_COUNT = "x-delivery-count";

    private final Connection connection;
    private final String queue;
    private final Definitions.Binding successor;
    private final long limit;
    private volatile boolean returned;
    private long moved;

    /**
     * A move that has not begun.
     *
     * @param limit messages that the successor can hold
     */
    DeadLetterMove(Connection connection, String queue, Definitions.Binding successor, long limit) {
        this.connection = connection;
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
        requireRoom();
        while (!isEmpty()) {
            Channel channel = connection.createChannel();
            try {
                move(channel, ready(channel), Long.MAX_VALUE);
            } finally {
                channel.abort();
            }
        }
        Channel channel = connection.createChannel();
        channel.queueDelete(queue);
        channel.abort();
    }

    /**
     * Moves as many messages as the queue holds now, and leaves what comes meanwhile. All of them, however slow the broker is: what comes
     * later may reach the successor by another way, and would be before what is left here.
     *
     * @throws IOException when that is not possible now; the message says why
     */
    void some() throws IOException, TimeoutException, InterruptedException {
        requireRoom();
        Channel channel = connection.createChannel();
        try {
            long count = ready(channel);
            if (count > 0) {
                move(channel, count, count);
            }
        } finally {
            channel.abort();
        }
    }

    /** Before anything is taken in hand: each time that a message is put back counts as a delivery, and RabbitMQ 4 allows twenty. */
    private void requireRoom() throws IOException {
        Channel channel = connection.createChannel();
        requireRoom(channel, Math.min(channel.messageCount(queue), ROUND));
        channel.abort();
    }

    /** A full dead letter queue would let go of its oldest messages. */
    private void requireRoom(Channel channel, long more) throws IOException {
        if (channel.messageCount(successor.queue()) + more > limit) {
            throw new IOException("%s is full, replay or drop some of its messages".formatted(successor.queue()));
        }
    }

    /**
     * Whether the queue holds nothing and nobody has a message of it in hand. Quorum queues do not delete "if empty", and a count of
     * 0 may also mean that the queue's leader did not answer the broker; only to a get the leader itself says that there is nothing.
     * What a reader had in hand who is gone since the first get is back before the second.
     */
    private boolean isEmpty() throws IOException, InterruptedException {
        Channel channel = connection.createChannel();
        try {
            if (channel.basicGet(queue, false) != null) {
                return false;
            }
            requireNobodyReads(channel);
            return channel.basicGet(queue, false) == null;
        } finally {
            channel.abort();
        }
    }

    private void requireNobodyReads(Channel channel) throws IOException, InterruptedException {
        int readers = OtherReaders.awaitNone(channel, queue).getConsumerCount();
        if (readers > 0) {
            throw new IOException("others have its messages in hand (%d)".formatted(readers));
        }
    }

    /**
     * Messages that the queue has for a consumer. What the reader before had in hand is waited for: it would come after what is behind
     * it. A count of 0 is believed only when a get finds nothing either.
     */
    private long ready(Channel channel) throws IOException, InterruptedException {
        long count = OtherReaders.awaitNone(channel, queue).getMessageCount();
        for (int tries = 0; count == 0 && tries < COUNT_TRIES && !isEmpty(); tries++) {
            Thread.sleep(COUNT_PAUSE);
            count = channel.messageCount(queue);
        }
        return count;
    }

    /**
     * Until at least {@code ready} are moved and the queue is silent, or {@code most} are moved. By a consumer, not by gets: RabbitMQ 3.10 puts what more than 32 unacknowledged gets had in hand
     * back in another order, and when it is killed and replays the queue's log it can take acknowledgements for those of other
     * messages (8 of 200 were lost so).
     */
    private void move(Channel channel, long ready, long most)
            throws IOException, TimeoutException, InterruptedException {
        channel.confirmSelect();
        channel.addReturnListener(message -> returned = true);
        channel.basicQos(ROUND);
        BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
        channel.basicConsume(queue, false, (_, letter) -> arrived.add(letter), _ -> {});
        Delivery first = arrived.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        long done = 0;
        while (first != null) {
            List<Delivery> round = new ArrayList<>(List.of(first));
            arrived.drainTo(round, (int) Math.min(ROUND, most - done) - 1);
            move(channel, round);
            done += round.size();
            long patience = done < ready ? PATIENCE_MILLIS : SILENCE_MILLIS;
            first = done == most ? null : arrived.poll(patience, TimeUnit.MILLISECONDS);
        }
    }

    private void move(Channel channel, List<Delivery> round)
            throws IOException, TimeoutException, InterruptedException {
        requireRoom(channel, round.size());
        for (Delivery letter : round) {
            publish(channel, letter);
        }
        if (!channel.waitForConfirms(PATIENCE_MILLIS)) {
            throw new IOException("%s takes no messages".formatted(successor.queue()));
        }
        if (returned) {
            throw new IOException("%s leads nowhere from %s".formatted(successor.routingKey(), successor.exchange()));
        }
        channel.basicAck(round.getLast().getEnvelope().getDeliveryTag(), true);
        moved += round.size();
    }

    /** As the broker published it when it died: through the same exchange with the same key, so that it differs in nothing. */
    private void publish(Channel channel, Delivery letter) throws IOException {
        AMQP.BasicProperties properties = letter.getProperties();
        Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
        if (headers.containsKey(DELIVERY_COUNT)) {
            headers = new HashMap<>(headers);
            headers.remove(DELIVERY_COUNT);
            properties = properties.builder().headers(headers).build();
        }
        channel.basicPublish(successor.exchange(), successor.routingKey(), true, properties, letter.getBody());
    }
}
