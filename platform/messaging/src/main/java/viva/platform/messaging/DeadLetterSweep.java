package viva.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DeliverCallback;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import viva.contracts.AvatarId;

/**
 * Takes the messages that name some avatars out of a queue without a consumer. All others stay in the queue: they are handed out, looked
 * at and returned unsettled, in their order, when the channel is closed. So nothing is published anew, and a sweep that is cut off at any
 * point loses nothing and doubles nothing.
 */
@Singleton
public class DeadLetterSweep implements BrokerLink.Attachment {
    /** A queue that hands out nothing for so long has handed out everything. */
    private static final long SILENCE_MILLIS = 300;

    /** How often a queue may be silent before it has handed out as many as it said that it holds. */
    private static final int SILENCES = 10;

    /** The most that AMQP 0-9-1 lets one consumer have in hand; a fuller queue gets another consumer. */
    private static final int MOST_IN_HAND = 65_535;

    private volatile Connection connection;

    DeadLetterSweep(Broker broker) {
        broker.consuming().attach(this).subscribe().with(done -> {}, failure -> {});
    }

    /**
     * Drops every message whose body names one of the avatars. Fails while the broker is away. Two sweeps of one queue at a time would
     * each see a part of it: the caller sees to it that there is one.
     *
     * @return how many were dropped
     */
    public Uni<Integer> drop(String queue, Collection<AvatarId> avatars) {
        List<String> ids = avatars.stream().map(AvatarId::toString).toList();
        return Uni.createFrom()
                .emitter(emitter -> Thread.ofVirtual().name("dead-letter-sweep").start(() -> {
                    try {
                        emitter.complete(sweep(queue, ids));
                    } catch (IOException | RuntimeException e) {
                        emitter.fail(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        emitter.fail(e);
                    }
                }));
    }

    private int sweep(String queue, List<String> ids) throws IOException, InterruptedException {
        Connection current = connection;
        if (current == null) {
            throw new ConnectException("the broker is not connected");
        }
        Channel channel = current.createChannel();
        if (channel == null) {
            throw new ConnectException("the broker gives no channel");
        }
        try {
            return isEmpty(channel, queue) ? 0 : sweep(channel, queue, ids);
        } finally {
            channel.abort();
        }
    }

    /** A count of 0 may also mean that the queue's leader did not answer; to a get the leader itself answers. */
    private static boolean isEmpty(Channel channel, String queue) throws IOException {
        var first = channel.basicGet(queue, false);
        if (first == null) {
            return true;
        }
        channel.basicReject(first.getEnvelope().getDeliveryTag(), true);
        return false;
    }

    private static int sweep(Channel channel, String queue, List<String> ids) throws IOException, InterruptedException {
        channel.basicQos(MOST_IN_HAND);
        long held = channel.messageCount(queue);
        Semaphore arrived = new Semaphore(0);
        AtomicInteger dropped = new AtomicInteger();
        DeliverCallback look = (_, letter) -> {
            if (names(letter.getBody(), ids)) {
                channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
                dropped.incrementAndGet();
            }
            arrived.release();
        };
        channel.basicConsume(queue, false, look, _ -> {});
        long seen = 0;
        int silences = 0;
        while (silences == 0 || (seen < held && silences < SILENCES)) {
            if (!arrived.tryAcquire(SILENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                silences++;
                continue;
            }
            silences = 0;
            seen++;
            if (seen % MOST_IN_HAND == 0) {
                channel.basicConsume(queue, false, look, _ -> {});
            }
        }
        return dropped.get();
    }

    private static boolean names(byte[] body, List<String> ids) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return ids.stream().anyMatch(text::contains);
    }

    @Override
    public void open(Connection opened) {
        connection = opened;
    }

    @Override
    public void lost() {
        connection = null;
    }
}
