package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * A line to the broker that is one channel after another: one on which a message got no answer in time is replaced, and closed when its other
 * messages have theirs.
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
    private volatile ConfirmChannel current;

    /** As {@link ConfirmChannel} says; {@code closed} is told when the line has begun to open another channel. */
    ConfirmLine(BrokerLink link, BiConsumer<Sending, NotConfirmed> answers, IntConsumer closed) {
        this.link = link;
        this.answers = answers;
        this.closed = closed;
        link.attach(this).subscribe().with(done -> {}, failure -> {});
    }

    @Override
    public void open(Connection connection) throws IOException {
        ConfirmChannel last = current;
        current = new ConfirmChannel(connection, answers, this::closed);
        if (last != null) {
            retired.add(last);
        }
    }

    @Override
    public void lost() {
        current = null;
        retired.clear();
    }

    boolean isOpen() {
        ConfirmChannel channel = current;
        return channel != null && channel.isOpen();
    }

    /** Sends on the channel, which is waited for while the link is open; false when there is none. */
    boolean send(Sending sending, AMQP.BasicProperties properties) throws InterruptedException {
        awaitChannel();
        ConfirmChannel channel = current;
        if (channel == null || !channel.isOpen()) {
            return false;
        }
        channel.send(sending.at(System.nanoTime()), properties);
        return true;
    }

    private void awaitChannel() throws InterruptedException {
        long until = System.nanoTime() + RENEWAL_NANOS;
        while (link.isOpen() && !isOpen() && until - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Gives up what was sent before {@code nanos} and has no answer, and goes on on another channel; the first of them is what it waited for. */
    Optional<Sending> giveUpBefore(long nanos) {
        ConfirmChannel channel = current;
        Optional<Sending> silent = channel == null ? Optional.empty() : channel.giveUpBefore(nanos);
        if (silent.isPresent()) {
            goOn(channel.unanswered());
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

    private void goOn(int leftBehind) {
        if (leftBehind > MOST_LEFT_BEHIND) {
            link.reconnect();
        } else {
            renew();
        }
    }

    private void closed(int unanswered) {
        closed.accept(unanswered);
        if (!isOpen()) {
            renew();
        }
    }

    private void renew() {
        link.renew(this).subscribe().with(done -> {}, failure -> LOG.debugf("no new channel: %s", failure));
    }
}
