package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import viva.contracts.message.CloudEvent;

/**
 * Takes messages off one durable queue, at most {@code prefetch} unsettled at a time, across broker restarts; off its {@link Succession}
 * first. What cannot be decoded goes to the dead letter queue at once. A queue that the broker does not let it consume stops this consumer
 * alone, until it does. The receiver is called on a thread of the client library: it must hand over and return.
 */
public final class QueueConsumer implements BrokerLink.Attachment {
    private static final Logger LOG = Logger.getLogger(QueueConsumer.class);

    /** How often a former queue is looked at whether it is at its end. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** How often a former queue is found empty before it is deleted: what was rejected last may be on its way to the dead letters. */
    private static final int CALM_LOOKS = 10;

    /** How often a queue that was refused is tried again. */
    private static final Duration REFUSED_PAUSE = Duration.ofSeconds(10);

    private final BrokerLink link;
    private final String queue;
    private final Succession succession;
    private final int prefetch;
    private final HandlingMetrics metrics;
    private final MessageTraces traces;
    private final Consumer<Delivery> receiver;
    private HandlingMetrics.Deliveries deliveries;
    private Channel channel;
    private String consumerTag;
    private boolean stopped;
    private boolean refused;
    private int calm;

    public QueueConsumer(
            BrokerLink link,
            String queue,
            int prefetch,
            HandlingMetrics metrics,
            MessageTraces traces,
            Consumer<Delivery> receiver) {
        this(link, queue, Succession.of(queue), prefetch, metrics, traces, receiver);
    }

    QueueConsumer(
            BrokerLink link,
            String queue,
            Succession succession,
            int prefetch,
            HandlingMetrics metrics,
            MessageTraces traces,
            Consumer<Delivery> receiver) {
        this.link = link;
        this.queue = queue;
        this.succession = succession;
        this.prefetch = prefetch;
        this.metrics = metrics;
        this.traces = traces;
        this.receiver = receiver;
        this.deliveries = metrics.newChannel();
    }

    /** Begins to consume, now or when the broker is there. */
    public Uni<Void> start() {
        return link.attach(this);
    }

    /** Stops for good; messages without a verdict go back to the queue. */
    public Uni<Void> stop() {
        return link.detach(this, () -> {
            stopped = true;
            setRefused(false);
            close();
        });
    }

    private void close() throws IOException {
        deliveries.end();
        if (channel != null && channel.isOpen()) {
            channel.abort();
        }
    }

    @Override
    public void open(Connection connection) throws IOException {
        try {
            openFirst(connection);
        } catch (IOException e) {
            if (Refusal.code(e) == Refusal.NONE) {
                throw e;
            }
            suspend(
                    connection,
                    "the broker refuses it (%s); ./viva prepare declares the queues and rights of this version"
                            .formatted(Refusal.words(e)));
        }
    }

    private void openFirst(Connection connection) throws IOException {
        if (!link.isTopologyComplete() && Topology.isRefused(connection, queue)) {
            suspend(
                    connection,
                    "it has other arguments than this version needs: empty it or save its messages, delete it"
                            + " (rabbitmqctl delete_queue), and run ./viva prepare");
            return;
        }
        Optional<String> former = succession.first(connection);
        if (former.isPresent()) {
            LOG.infof("%s comes before %s, and is consumed to its end", former.get(), queue);
            consume(connection, former.get());
            calm = 0;
            watch(connection, former.get());
        } else {
            consume(connection, queue);
        }
        setRefused(false);
    }

    private void setRefused(boolean now) {
        if (now != refused) {
            refused = now;
            metrics.refused(now ? 1 : -1);
        }
    }

    private void suspend(Connection connection, String why) {
        setRefused(true);
        LOG.errorf("nothing is consumed from %s, next try in %s: %s", queue, REFUSED_PAUSE, why);
        link.later(REFUSED_PAUSE, () -> reopen(connection));
    }

    /** A preparation may have taken place meanwhile. A connection on which this fails is dropped, and everything set up anew. */
    private void reopen(Connection connection) throws IOException {
        if (stopped || !connection.isOpen()) {
            return;
        }
        try {
            if (!link.isTopologyComplete() && Topology.check(connection)) {
                link.topologyCompleted();
            }
            open(connection);
        } catch (IOException | ShutdownSignalException e) {
            connection.abort();
            throw e;
        }
    }

    private void consume(Connection connection, String source) throws IOException {
        Channel opened = connection.createChannel();
        HandlingMetrics.Deliveries on = metrics.newChannel();
        opened.basicQos(prefetch);
        subscribe(opened, on, source);
        channel = opened;
        deliveries = on;
    }

    private void subscribe(Channel opened, HandlingMetrics.Deliveries on, String source) throws IOException {
        Connection connection = opened.getConnection();
        consumerTag = opened.basicConsume(source, false, new DefaultConsumer(opened) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                receive(opened, on, envelope, body);
            }

            @Override
            public void handleCancel(String tag) {
                LOG.warnf("the broker cancelled the consumer of %s; reconnecting", source);
                connection.abort();
            }

            @Override
            public void handleShutdownSignal(String tag, ShutdownSignalException cause) {
                if (!cause.isHardError() && !cause.isInitiatedByApplication()) {
                    LOG.warnf("the broker closed the channel of %s (%s); reconnecting", source, cause.getMessage());
                    connection.abort();
                }
            }
        });
    }

    private void watch(Connection connection, String former) {
        Channel watched = channel;
        link.later(LOOK, () -> {
            if (stopped || !connection.isOpen() || !watched.equals(channel)) {
                return;
            }
            switch (look(connection, former)) {
                case WAITING -> {
                    watch(connection, former);
                    takeAgain(former);
                }
                case IN_HAND -> {
                    watch(connection, former);
                    leave(former);
                }
                case EMPTY -> {
                    watch(connection, former);
                    if (++calm >= CALM_LOOKS) {
                        succession.delete(connection, former);
                    }
                }
                case GONE -> {
                    LOG.infof("%s was consumed to its end, and is gone", former);
                    close();
                    reopen(connection);
                }
            }
        });
    }

    private Succession.State look(Connection connection, String former) {
        try {
            return succession.look(connection, former);
        } catch (IOException | ShutdownSignalException e) {
            LOG.warnf("cannot tell yet whether %s is at its end: %s", former, Refusal.words(e));
            return Succession.State.WAITING;
        }
    }

    private void takeAgain(String former) throws IOException {
        calm = 0;
        if (consumerTag == null) {
            subscribe(channel, deliveries, former);
        }
    }

    /** Takes no more; what is in hand keeps the broker counting a consumer until it is settled. */
    private void leave(String former) throws IOException {
        calm = 0;
        if (consumerTag != null) {
            channel.basicCancel(consumerTag);
            consumerTag = null;
            LOG.infof("%s is empty; %s is consumed when nobody has messages of it in hand", former, queue);
        }
    }

    @Override
    public void lost() {
        deliveries.end();
    }

    private void receive(Channel opened, HandlingMetrics.Deliveries on, Envelope envelope, byte[] body) {
        Verdict verdict = new Verdict(link, opened, envelope.getDeliveryTag());
        CloudEvent<?> message;
        try {
            message = Envelopes.decode(body);
        } catch (Envelopes.UndecodableMessage e) {
            LOG.errorf(
                    "a message in %s cannot be read, it is now in %s: %s",
                    queue, Topology.deadLettersOf(queue), e.getMessage());
            verdict.reject();
            on.unreadable();
            return;
        }
        Span span = traces.delivered(queue, message);
        Handling handling = new Handling(message, on, span);
        receiver.accept(new Delivery(MessageTraces.within(span, message), envelope.isRedeliver(), verdict, handling));
    }
}
