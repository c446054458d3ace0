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
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import viva.contracts.message.CloudEvent;

/**
 * Takes messages off one durable queue, at most {@code prefetch} unsettled at a time, across broker restarts. What cannot be
 * decoded goes to the dead letter queue at once. The receiver is called on a thread of the client library: it must hand over and
 * return.
 */
public final class QueueConsumer implements BrokerLink.Attachment {
    private static final Logger LOG = Logger.getLogger(QueueConsumer.class);

    private final BrokerLink link;
    private final String queue;
    private final int prefetch;
    private final HandlingMetrics metrics;
    private final MessageTraces traces;
    private final Consumer<Delivery> receiver;
    private HandlingMetrics.Deliveries deliveries;
    private Channel channel;

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
        this.deliveries = metrics.newChannel();
    }

    /** Begins to consume, now or when the broker is there. */
    public Uni<Void> start() {
        return link.attach(this);
    }

    /** Stops for good; messages without a verdict go back to the queue. */
    public Uni<Void> stop() {
        return link.detach(this, () -> {
            deliveries.end();
            if (channel != null && channel.isOpen()) {
                channel.abort();
            }
        });
    }

    @Override
    public void open(Connection connection) throws IOException {
        Channel opened = connection.createChannel();
        HandlingMetrics.Deliveries on = metrics.newChannel();
        opened.basicQos(prefetch);
        opened.basicConsume(queue, false, new DefaultConsumer(opened) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                receive(opened, on, envelope, body);
            }

            @Override
            public void handleCancel(String consumerTag) {
                LOG.warnf("the broker cancelled the consumer of %s; reconnecting", queue);
                connection.abort();
            }

            @Override
            public void handleShutdownSignal(String consumerTag, ShutdownSignalException cause) {
                if (!cause.isHardError() && !cause.isInitiatedByApplication()) {
                    LOG.warnf("the broker closed the channel of %s (%s); reconnecting", queue, cause.getMessage());
                    connection.abort();
                }
            }
        });
        channel = opened;
        deliveries = on;
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
