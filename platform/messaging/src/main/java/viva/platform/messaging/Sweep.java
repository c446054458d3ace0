package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import viva.platform.letters.OtherReaders;
import viva.platform.letters.PutBack;

/**
 * One sweep of one queue: acknowledges the letters that name an id and puts the others back, in their order. It has succeeded only when it
 * has seen as many letters as the queue held, and the broker has heard what became of them.
 */
final class Sweep {
    /** Shorter than the lock of those who sweep, see {@code DeadLetterErasure}. */
    static final Duration LIMIT = Duration.ofSeconds(25);

    /** A queue that hands out nothing for so long, after all that it held, has nothing more. */
    private static final long SILENCE_MILLIS = 300;

    /** Letters that died meanwhile, and are looked at too; more of them are left to the next sweep. */
    private static final int LATER = 1_000;

    /** The most that AMQP 0-9-1 lets one consumer have in hand; a fuller queue gets another consumer. */
    private static final int MOST_IN_HAND = 65_535;

    private final Channel channel;
    private final String queue;
    private final List<String> ids;
    private final PutBack putBack;
    private final long deadline = System.nanoTime() + LIMIT.toNanos();
    private final Semaphore arrived = new Semaphore(0);
    private final List<Looking> consumers = new ArrayList<>();
    private int kept;
    private int dropped;

    Sweep(Channel channel, String queue, List<String> ids) {
        this.channel = channel;
        this.queue = queue;
        this.ids = ids;
        this.putBack = new PutBack(channel, queue);
    }

    /**
     * Runs it, once.
     *
     * @return how many letters were dropped
     * @throws TimeoutException when not all were seen: another reader has some in hand, or the broker is slow or gone; nothing is lost then
     */
    int run() throws IOException, TimeoutException, InterruptedException {
        channel.basicQos(MOST_IN_HAND);
        long held = awaitOthers();
        if (isEmpty()) {
            return 0;
        }
        look(Math.max(1, held));
        for (Looking consumer : consumers) {
            consumer.end();
        }
        putBack.all();
        // Answered when the broker has everything before it.
        var _ = channel.messageCount(queue);
        return dropped;
    }

    /** What another reader has in hand would not be seen. Answers how many letters there are. */
    private long awaitOthers() throws IOException, TimeoutException, InterruptedException {
        AMQP.Queue.DeclareOk found = OtherReaders.awaitNone(channel, queue);
        if (found.getConsumerCount() > 0) {
            throw new TimeoutException("another reader has letters of %s in hand".formatted(queue));
        }
        return found.getMessageCount();
    }

    /** A count of 0 may also mean that the queue's leader did not answer; to a get the leader itself answers. */
    private boolean isEmpty() throws IOException {
        GetResponse first = channel.basicGet(queue, false);
        if (first == null) {
            return true;
        }
        channel.basicNack(first.getEnvelope().getDeliveryTag(), false, true);
        return false;
    }

    private void look(long held) throws IOException, TimeoutException, InterruptedException {
        long seen = 0;
        boolean isOver = false;
        while (!isOver) {
            if (kept() >= consumers.size() * (long) MOST_IN_HAND) {
                consumeOnce();
            }
            boolean came = arrived.tryAcquire(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
            seen += came ? 1 : 0;
            isOver = seen >= held + LATER || (!came && seen >= held);
            if (!isOver && (!channel.isOpen() || System.nanoTime() - deadline > 0)) {
                throw new TimeoutException("%s handed out %d of %d letters".formatted(queue, seen, held));
            }
        }
    }

    private void consumeOnce() throws IOException {
        synchronized (this) {
            putBack.nextConsumer();
        }
        Looking consumer = new Looking();
        consumers.add(consumer);
        consumer.begin();
    }

    private synchronized int kept() {
        return kept;
    }

    private synchronized void look(long tag, byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (ids.stream().anyMatch(text::contains)) {
            channel.basicAck(tag, false);
            dropped++;
        } else {
            putBack.later(tag);
            kept++;
        }
        arrived.release();
    }

    private final class Looking extends DefaultConsumer {
        private final CountDownLatch cancelled = new CountDownLatch(1);
        private String tag;

        private Looking() {
            super(channel);
        }

        private void begin() throws IOException {
            tag = channel.basicConsume(queue, false, this);
        }

        /** Deliveries are handed over before the answer to the cancellation is. */
        private void end() throws IOException, TimeoutException, InterruptedException {
            channel.basicCancel(tag);
            if (!cancelled.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("the consumer of %s does not end".formatted(queue));
            }
        }

        @Override
        public void handleDelivery(String own, Envelope envelope, AMQP.BasicProperties properties, byte[] body)
                throws IOException {
            try {
                look(envelope.getDeliveryTag(), body);
            } catch (AlreadyClosedException _) {
                // The sweep sees that the channel is closed.
            }
        }

        @Override
        public void handleCancelOk(String own) {
            cancelled.countDown();
        }
    }
}
