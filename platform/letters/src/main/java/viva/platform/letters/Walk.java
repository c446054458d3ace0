package viva.platform.letters;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One walk through a dead letter queue, from the oldest letter on. What it keeps stays unsettled until the end, so that it sees no letter
 * twice, and is then put back in the order it came in.
 *
 * <p>RabbitMQ 4 counts neither a consumer nor a message that is put back by a nack towards the delivery limit, but everything that a
 * channel has in hand when it closes; so each letter is settled before. RabbitMQ 3 counts both, against a limit of a million for these
 * queues. A consumer instead of gets: see ADR 22.
 */
final class Walk {
    /** Letters that one consumer is given at a time. */
    static final int HANDFUL = 500;

    /** Letters that are published before their confirms are waited for. */
    private static final int ROUND = 50;

    /** A queue that delivers nothing for so long has nothing more. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final Connection connection;
    private final Channel channel;
    private final String queue;
    private final int mostKept;
    private final Duration timeout;
    private final PutBack putBack;
    private final Set<String> reasons = new TreeSet<>();
    private Replays replays;
    private int kept;
    private int looked;
    private int settled;
    private int stayed;
    private int expired;

    /** @param mostKept letters that it keeps in hand at most */
    Walk(Connection connection, String queue, int mostKept, Duration timeout) throws IOException {
        this.connection = connection;
        this.channel = connection.createChannel();
        this.queue = queue;
        this.mostKept = mostKept;
        this.timeout = timeout;
        this.putBack = new PutBack(channel, queue);
    }

    /** Walks until the decision has enough, the queue ends, or the hands are full. */
    Settled run(Decision decision) throws IOException, TimeoutException, InterruptedException {
        long waiting = awaitTurn();
        try {
            boolean isOver = waiting == 0;
            while (!isOver && kept < mostKept && !decision.isEnough()) {
                int wanted = Math.min(HANDFUL, mostKept - kept);
                List<Delivery> letters = take(wanted, waiting - looked);
                settle(letters, decision);
                isOver = letters.isEmpty() || looked >= waiting;
            }
            Look look = new Look(waiting, looked, expired, isOver && !decision.isEnough());
            return new Settled(settled, stayed, List.copyOf(reasons), look);
        } finally {
            if (channel.isOpen()) {
                putBack.all();
                channel.close();
            }
        }
    }

    /** What another reader has in hand would be missing. */
    private long awaitTurn() throws IOException, InterruptedException {
        AMQP.Queue.DeclareOk found = OtherReaders.awaitNone(channel, queue);
        if (found.getConsumerCount() > 0) {
            throw new LettersFailure(
                    LettersFailure.Kind.BUSY, "Somebody else has letters of %s in hand; try again".formatted(queue));
        }
        return found.getMessageCount();
    }

    /** The next letters, at most {@code most}; fewer only when no more than {@code left} are expected, or the queue is silent. */
    private List<Delivery> take(int most, long left) throws IOException, InterruptedException {
        BlockingQueue<Delivery> arrived = new LinkedBlockingQueue<>();
        CountDownLatch cancelled = new CountDownLatch(1);
        channel.basicQos(most);
        String tag = channel.basicConsume(queue, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String own, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                arrived.add(new Delivery(envelope, properties, body));
            }

            @Override
            public void handleCancelOk(String own) {
                cancelled.countDown();
            }
        });
        List<Delivery> letters = new ArrayList<>();
        Delivery next = arrived.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        while (next != null) {
            letters.add(next);
            next = letters.size() >= Math.min(most, left)
                    ? arrived.poll()
                    : arrived.poll(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
        channel.basicCancel(tag);
        // Deliveries are handed over before the answer to the cancellation is.
        if (!cancelled.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("the consumer of %s does not end".formatted(queue));
        }
        arrived.drainTo(letters);
        looked += letters.size();
        return letters;
    }

    private void settle(List<Delivery> letters, Decision decision)
            throws IOException, TimeoutException, InterruptedException {
        Set<Long> staying = new HashSet<>();
        List<Delivery> round = new ArrayList<>();
        for (Delivery delivery : letters) {
            switch (fate(decision, delivery)) {
                case KEEP -> staying.add(tag(delivery));
                case DROP -> channel.basicAck(tag(delivery), false);
                case REPLAY -> round.add(delivery);
            }
            if (round.size() == ROUND) {
                staying.addAll(replay(round));
                round.clear();
            }
        }
        if (!round.isEmpty()) {
            staying.addAll(replay(round));
        }
        kept += staying.size();
        letters.stream().map(Walk::tag).filter(staying::contains).forEach(putBack::later);
        putBack.nextConsumer();
    }

    private Decision.Fate fate(Decision decision, Delivery delivery) {
        Letter letter = LetterReader.letter(delivery);
        if (letter.hasExpired()) {
            expired++;
            return Decision.Fate.DROP;
        }
        if (decision.isEnough()) {
            return Decision.Fate.KEEP;
        }
        Decision.Fate fate = decision.of(letter, delivery);
        if (fate == Decision.Fate.DROP) {
            settled++;
        }
        return fate;
    }

    /** Returns the tags of those that stay. */
    private Set<Long> replay(List<Delivery> round) throws IOException, TimeoutException, InterruptedException {
        if (replays == null) {
            replays = new Replays(connection, timeout);
        }
        Replays.Round sent = replays.send(round);
        Set<Long> staying = new HashSet<>();
        round.forEach(delivery -> staying.add(tag(delivery)));
        for (long tag : sent.confirmed()) {
            channel.basicAck(tag, false);
            staying.remove(tag);
        }
        settled += sent.confirmed().size();
        stayed += staying.size();
        reasons.addAll(sent.reasons());
        return staying;
    }

    private static long tag(Delivery delivery) {
        return delivery.getEnvelope().getDeliveryTag();
    }
}
