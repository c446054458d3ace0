package viva.platform.servers.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Queues of work of earlier topologies, whose successors have other arguments and so other names ({@code gateway.timeline} and
 * {@code gateway.timeline.v2}). What they hold is in their successors before what comes later: it is moved while they are still bound and their
 * successors are not; the bindings change while the broker confirms nothing that goes there, so that senders repeat it afterwards, in order.
 * Services of this version begin to consume after that, because the topology's marker is declared after it. A queue that services of the earlier
 * version still consume from is left to them, and deleted by a later preparation. All of it may be cut off anywhere and repeated: {@link #LAST} is
 * deleted last.
 */
final class FormerQueues {
    private static final String SECOND = ".v2";

    /** One question tells whether any is there. */
    private static final String LAST = "gateway.timeline";

    /** As for dead letters: what was routed by the bindings of before is in its queue by then. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    private static final int CONSUMER_TRIES = 20;
    private static final Duration CONSUMER_PAUSE = Duration.ofMillis(100);

    private final FormerDeadLetters.Dial dial;
    private final Set<String> consumed = new HashSet<>();
    private final List<String> left = new ArrayList<>();
    private Connection connection;
    private long moved;
    private int deleted;

    /** Works on connections that {@code dial} opens. */
    FormerQueues(FormerDeadLetters.Dial dial) throws IOException, TimeoutException {
        this.dial = dial;
        this.connection = dial.open();
    }

    /** The queue that {@code queue} succeeds. */
    static Optional<String> formerOf(String queue) {
        return queue.endsWith(SECOND)
                ? Optional.of(queue.substring(0, queue.length() - SECOND.length()))
                : Optional.empty();
    }

    /** Whether the broker has any. */
    static boolean exist(Connection connection) throws IOException {
        return FormerDeadLetters.exists(connection, LAST);
    }

    /** Takes away the binding that {@code successor} replaces; harmless when there is none. */
    static void unbind(Channel channel, Definitions.Binding successor) throws IOException {
        Optional<String> former = formerOf(successor.queue());
        if (former.isPresent()) {
            channel.queueUnbind(former.get(), successor.exchange(), successor.routingKey());
        }
    }

    /** Notes which of them are consumed from: once, before this takes messages from any. */
    void lookForConsumers() throws IOException, InterruptedException {
        for (String successor : successors()) {
            String queue = formerOf(successor).orElseThrow();
            if (FormerDeadLetters.exists(connection, queue) && isConsumed(queue)) {
                consumed.add(queue);
            }
        }
    }

    /** Before the bindings change: what is there, which may be much, and then what came before senders were held. */
    void moveEarly() throws IOException, TimeoutException, InterruptedException {
        moveAll();
        holdSenders();
        Thread.sleep(SETTLING);
        moveAll();
    }

    /**
     * Binds a queue that takes nothing, as long as this connection lasts: a message that it gets, too, is refused. Its sender repeats it, and
     * whoever gets it twice ignores that.
     */
    private void holdSenders() throws IOException {
        Channel channel = connection.createChannel();
        String full = channel.queueDeclare(
                        "", false, true, true, Map.of("x-max-length", 0, "x-overflow", "reject-publish"))
                .getQueue();
        for (Definitions.Binding binding : Definitions.bindings()) {
            if (formerOf(binding.queue()).isPresent()) {
                channel.queueBind(full, binding.exchange(), binding.routingKey());
            }
        }
    }

    private void moveAll() throws IOException, TimeoutException, InterruptedException {
        for (String successor : successors()) {
            withMove(successor, DeadLetterMove::some);
        }
    }

    /** After the bindings have changed. A queue that cannot be emptied stays, with a word about why. */
    TakeOver moveLate() throws IOException, TimeoutException, InterruptedException {
        left.clear();
        for (String successor : successors()) {
            boolean isLast = formerOf(successor).filter(LAST::equals).isPresent();
            if (!isLast || left.isEmpty()) {
                withMove(successor, move -> {
                    move.run();
                    deleted++;
                });
            }
        }
        return new TakeOver(moved, deleted, left);
    }

    void close() {
        connection.abort();
    }

    private interface Part {
        void of(DeadLetterMove move) throws IOException, TimeoutException, InterruptedException;
    }

    private void withMove(String successor, Part part) throws IOException, TimeoutException, InterruptedException {
        String queue = formerOf(successor).orElseThrow();
        if (!connection.isOpen()) {
            connection = dial.open();
        }
        if (!FormerDeadLetters.exists(connection, queue)) {
            return;
        }
        if (consumed.contains(queue)) {
            left.add("%s stays: services of an earlier version consume from it".formatted(queue));
            return;
        }
        var there = new Definitions.Binding("", successor, successor);
        DeadLetterMove move = new DeadLetterMove(connection, queue, there, Definitions.lengthLimit(successor));
        try {
            part.of(move);
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            left.add("%s stays: %s".formatted(queue, FormerDeadLetters.reason(e)));
        } finally {
            moved += move.moved();
        }
    }

    /** The broker may need a moment to see that a consumer is gone. */
    private boolean isConsumed(String queue) throws IOException, InterruptedException {
        Channel channel = connection.createChannel();
        try {
            for (int tries = 0; tries < CONSUMER_TRIES; tries++) {
                if (channel.consumerCount(queue) == 0) {
                    return false;
                }
                Thread.sleep(CONSUMER_PAUSE);
            }
            return true;
        } finally {
            channel.abort();
        }
    }

    private static List<String> successors() {
        return Definitions.queues().stream()
                .map(Definitions.Queue::name)
                .filter(name -> formerOf(name).isPresent())
                .sorted(Comparator.comparing(
                        name -> formerOf(name).filter(LAST::equals).isPresent()))
                .toList();
    }
}
