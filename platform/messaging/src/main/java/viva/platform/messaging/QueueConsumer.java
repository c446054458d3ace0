package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import viva.contracts.message.CloudEvent;

/**
 * Takes messages off one durable queue, at most {@code prefetch} unsettled at a time, across broker restarts. What cannot be
 * decoded goes to the dead letter queue at once. The receiver is called on a thread of the client library: it must hand over and
 * return.
 *
 * <p>A queue that cannot be consumed from holds up nobody else: it is tried again after 1, 2, 4 … 30 s while the link goes on. RabbitMQ
 * ends the connection of a consumer whose queue has no leader (541), so a consumer that has cost a connection gets one of its own.
 */
public final class QueueConsumer implements BrokerLink.Attachment {
    private static final Logger LOG = Logger.getLogger(QueueConsumer.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 5;

    private final BrokerLink link;
    private final String queue;
    private final int prefetch;
    private final HandlingMetrics metrics;
    private final MessageTraces traces;
    private final Consumer<Delivery> receiver;

    // All of it belongs to the link's thread.
    private Connection connection;
    private Subscription subscription;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private boolean paused;
    private boolean apart;
    private int failures;

    public QueueConsumer(
            BrokerLink link,
            String queue,
            int prefetch,
            HandlingMetrics metrics,
            MessageTraces traces,
            Consumer<Delivery> receiver) {
        this.link = link;
        this.queue = queue;
        this.prefetch = prefetch;
        this.metrics = metrics;
        this.traces = traces;
        this.receiver = receiver;
    }

    /** Begins to consume, now or when the broker is there. */
    public Uni<Void> start() {
        return link.attach(this);
    }

    /** Stops for good, and completes when messages without an acknowledgement are back in the queue, or the broker is away. */
    public Uni<Void> stop() {
        return link.detach(this, () -> {
                    connection = null;
                    letGo();
                    forgetFailures();
                })
                .chain(() -> Uni.createFrom().completionStage(ended));
    }

    /** Gives the queue up: messages without an acknowledgement go back, and another consumer can have them. {@link #resume()} takes it back. */
    Uni<Void> pause() {
        return link.onThread(() -> {
            paused = true;
            letGo();
        });
    }

    Uni<Void> resume() {
        return link.onThread(() -> {
            paused = false;
            begin();
        });
    }

    @Override
    public void open(Connection opened) {
        connection = opened;
        begin();
    }

    @Override
    public void lost() {
        connection = null;
        if (subscription != null && !subscription.isApart()) {
            letGo();
        }
    }

    private void begin() {
        if (connection == null || paused || subscription != null) {
            return;
        }
        Subscription next =
                new Subscription(link, apart ? null : connection, queue, prefetch, metrics.newChannel(), new Owner());
        subscription = next;
        var _ = Thread.startVirtualThread(next::begin);
    }

    private void letGo() {
        if (subscription != null) {
            Subscription last = subscription;
            subscription = null;
            last.forget();
            ended = CompletableFuture.runAsync(last::end, Thread::startVirtualThread);
        }
    }

    private boolean forgetFailures() {
        boolean failed = failures > 0;
        if (failed) {
            failures = 0;
            metrics.refused(-1);
        }
        return failed;
    }

    private static Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Whether the broker ended the connection because of this queue, or is about to: so it answers when a queue has no leader. */
    private static boolean costsItsConnection(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof TimeoutException) {
                return true;
            }
            if (each instanceof ShutdownSignalException signal
                    && signal.getReason() instanceof AMQP.Connection.Close close
                    && close.getReplyCode() == AMQP.INTERNAL_ERROR) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable cause) {
        return Refusal.code(cause) == Refusal.NONE
                ? BrokerLink.reason(cause)
                : Refusal.words(cause) + "; ./viva prepare declares the queues and rights of this version";
    }

    private void tryAgain(Throwable cause) {
        letGo();
        if (failures++ == 0) {
            metrics.refused(1);
        }
        Duration pause = pause(failures);
        LOG.warnf("%s cannot be consumed from (%s); next try in %s", queue, reason(cause), pause);
        link.later(pause, this::begin);
    }

    private void receive(Channel opened, HandlingMetrics.Deliveries deliveries, Envelope envelope, byte[] body) {
        Acknowledgement acknowledgement = new Acknowledgement(link, opened, envelope.getDeliveryTag());
        CloudEvent<?> message;
        try {
            message = Envelopes.decode(body);
        } catch (Envelopes.UndecodableMessage e) {
            LOG.errorf(
                    "a message in %s cannot be read, it is now in %s: %s",
                    queue, Topology.deadLettersOf(queue), e.getMessage());
            acknowledgement.reject();
            deliveries.unreadable();
            return;
        }
        Span span = traces.delivered(Topology.labelOf(queue), message);
        Handling handling = new Handling(message, deliveries, span);
        receiver.accept(
                new Delivery(MessageTraces.within(span, message), envelope.isRedeliver(), acknowledgement, handling));
    }

    /** What the current subscription says; an earlier one has nothing to say any more. */
    private final class Owner implements Subscription.Owner {
        @Override
        public void begun(Subscription which) {
            if (which == subscription && forgetFailures()) {
                LOG.infof("%s is consumed again", queue);
            }
        }

        @Override
        public void refused(Subscription which, Throwable cause) {
            apart |= costsItsConnection(cause);
            ended(which, cause);
        }

        /** What ends with the link's connection begins again with the next one. */
        @Override
        public void ended(Subscription which, Throwable cause) {
            if (which == subscription && (which.isApart() || connection.isOpen())) {
                tryAgain(cause);
            }
        }

        @Override
        public void delivered(Channel opened, HandlingMetrics.Deliveries deliveries, Envelope envelope, byte[] body) {
            receive(opened, deliveries, envelope, body);
        }
    }
}
