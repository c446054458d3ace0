package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * A line to the broker that is one channel after another: one on which a message got no answer in time is replaced at once, and closed when its
 * other messages have theirs. One thread sends and gives up.
 */
final class ConfirmLine implements BrokerLink.Attachment {
    private static final Logger LOG = Logger.getLogger(ConfirmLine.class);

    /** How long a new channel may take in nanoseconds: one call to the broker. */
    private static final long RENEWAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    /**
     * Half of what RabbitMQ reads ahead for a channel that does not get on (credit_flow_default_credit, 400); with more it reads nothing of the
     * whole connection.
     */
    private static final int MOST_LEFT_BEHIND = 200;

    private final BrokerLink link;
    private final BiConsumer<Sending, NotConfirmed> answers;
    private final IntConsumer closed;
    private final Queue<ConfirmChannel> retired = new ConcurrentLinkedQueue<>();
    private final AtomicReference<ConfirmChannel> current = new AtomicReference<>();
    private volatile boolean answered;

    /** What became of a message that was to be sent. */
    enum Outcome {
        /** It is under way. */
        SENT,
        /** It was answered: one of its batch failed that must come first. */
        BEHIND_A_FAILURE,
        /** There is no channel for it, and it has no answer yet. */
        NO_CHANNEL
    }

    /** As {@link ConfirmChannel} says; {@code closed} is told when the line has begun to open another channel. */
    ConfirmLine(BrokerLink link, BiConsumer<Sending, NotConfirmed> answers, IntConsumer closed) {
        this.link = link;
        this.answers = answers;
        this.closed = closed;
        link.attach(this).subscribe().with(done -> {}, failure -> {});
    }

    /** Does nothing while the channel is open: it may be renewed for two reasons at once. */
    @Override
    public void open(Connection connection) throws IOException {
        ConfirmChannel last = current.get();
        if (last != null && last.isOpen()) {
            return;
        }
        ConfirmChannel next = new ConfirmChannel(connection, this::answered, this::closed);
        if (last != null) {
            retired.add(last);
        }
        current.set(next);
    }

    @Override
    public void lost() {
        current.set(null);
        retired.clear();
    }

    /** Ends it; no message may be without an answer. */
    void close() {
        link.detach(this, () -> {
                    ConfirmChannel last = current.getAndSet(null);
                    if (last != null) {
                        var _ = Thread.startVirtualThread(last::close);
                    }
                })
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("closed with the link: %s", failure));
    }

    boolean isOpen() {
        ConfirmChannel channel = current.get();
        return channel != null && channel.isOpen();
    }

    /**
     * Whether every message has its answer, and since the last silence the broker has confirmed one, or closed the channel because of one of several:
     * which it is shows where messages are published one at a time.
     */
    boolean answersAgain() {
        ConfirmChannel channel = current.get();
        return answered && retired.isEmpty() && (channel == null || channel.isQuiet());
    }

    private void answered(Sending sending, NotConfirmed failure) {
        if (failure == null) {
            answered = true;
        }
        answers.accept(sending, failure);
    }

    /**
     * Sends on the channel, which is waited for while the link is open. What goes to the same destination and has no answer on a channel of before is
     * given up: it would come behind this one. The batch is asked last: what failed with a channel of before is known when there is a new one.
     */
    Outcome send(Sending sending, AMQP.BasicProperties properties) throws InterruptedException {
        awaitChannel();
        ConfirmChannel channel = current.get();
        if (channel == null || !channel.isOpen()) {
            return Outcome.NO_CHANNEL;
        }
        String destination = sending.message().destination();
        retired.forEach(last -> last.giveUp(destination));
        Optional<NotConfirmed> failure = sending.batch().failure(destination);
        if (failure.isPresent()) {
            answers.accept(sending, failure.get());
            return Outcome.BEHIND_A_FAILURE;
        }
        channel.send(sending.at(System.nanoTime()), properties);
        return Outcome.SENT;
    }

    private void awaitChannel() throws InterruptedException {
        long until = System.nanoTime() + RENEWAL_NANOS;
        while (link.isOpen() && !isOpen() && until - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /**
     * Gives up what was sent before {@code nanos} and has no answer, and goes on on another channel. The first of them is what the channel waited
     * for; whatever else goes to its destination is given up, too.
     */
    Optional<Sending> giveUpBefore(long nanos) {
        ConfirmChannel channel = current.get();
        Optional<Sending> silent = channel == null ? Optional.empty() : channel.giveUpBefore(nanos);
        if (silent.isPresent()) {
            answered = false;
            goOn(channel);
            channel.giveUp(silent.get().message().destination());
        }
        retired.removeIf(last -> {
            last.giveUpBefore(nanos);
            if (last.isQuiet()) {
                var _ = Thread.startVirtualThread(last::close);
            }
            return last.isQuiet();
        });
        return silent;
    }

    /** Nothing more is sent on the channel, also while there is no other one yet. */
    private void goOn(ConfirmChannel channel) {
        if (channel.unanswered() > MOST_LEFT_BEHIND) {
            link.reconnect();
        } else if (current.compareAndSet(channel, null)) {
            retired.add(channel);
            renew();
        }
    }

    private void closed(int unanswered) {
        if (unanswered > 1) {
            answered = true;
        }
        closed.accept(unanswered);
        if (!isOpen()) {
            renew();
        }
    }

    private void renew() {
        link.renew(this).subscribe().with(done -> {}, failure -> LOG.debugf("no new channel: %s", failure));
    }
}
