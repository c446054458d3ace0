package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One consumer at the broker, from its beginning to its end, on a channel of its own. To begin and to end it blocks for as long as the queue's
 * leader and the broker take, so both have threads of their own.
 */
final class Subscription {
    private static final Logger LOG = Logger.getLogger(Subscription.class);

    private final BrokerLink link;
    private final Connection shared;
    private final String queue;
    private final int prefetch;
    private final HandlingMetrics.Deliveries deliveries;
    private final Owner owner;
    private volatile Connection own;
    private volatile Channel channel;
    private volatile boolean over;

    /** Learns what becomes of a subscription. {@link #delivered} is called by the client library, everything else on the link's thread. */
    interface Owner {
        void begun(Subscription subscription);

        /** It did not begin. */
        void refused(Subscription subscription, Throwable cause);

        /** It began, and the broker ended it. */
        void ended(Subscription subscription, Throwable cause);

        void delivered(Channel channel, HandlingMetrics.Deliveries deliveries, Envelope envelope, byte[] body);
    }

    /** @param shared the connection to use; null for one of its own */
    Subscription(
            BrokerLink link,
            Connection shared,
            String queue,
            int prefetch,
            HandlingMetrics.Deliveries deliveries,
            Owner owner) {
        this.link = link;
        this.shared = shared;
        this.queue = queue;
        this.prefetch = prefetch;
        this.deliveries = deliveries;
        this.owner = owner;
    }

    /** Whether it has a connection of its own. */
    boolean isApart() {
        return shared == null;
    }

    /** Consumes, and tells the owner how that went. Blocks. */
    void begin() {
        try {
            consume();
            tell(() -> owner.begun(this));
        } catch (IOException | TimeoutException | RuntimeException e) {
            // Whatever it is, the owner learns of it and tries again.
            tell(() -> owner.refused(this, e));
        }
        if (over) {
            abort();
        }
    }

    private void consume() throws IOException, TimeoutException {
        Connection connection = shared;
        if (connection == null) {
            own = link.another(queue);
            connection = own;
        }
        if (!link.isTopologyComplete(connection) && Topology.isRefused(connection, queue)) {
            throw new IOException(
                    "it has other arguments than this version needs: empty it or save its messages, delete it"
                            + " (rabbitmqctl delete_queue), and run ./viva prepare");
        }
        Channel opened = BrokerLink.channel(connection);
        channel = opened;
        opened.basicQos(prefetch);
        opened.basicConsume(queue, false, new Receiver(opened));
    }

    private void tell(BrokerLink.Call what) {
        link.onThread(what).subscribe().with(_ -> {}, _ -> {});
    }

    /** From now on nothing that was delivered counts; {@link #end()} is to follow. */
    void forget() {
        over = true;
        deliveries.end();
    }

    /** Cancels the consumer; what has no acknowledgement goes back to the queue, at once and in its order. Blocks. */
    void end() {
        forget();
        abort();
    }

    private void abort() {
        Channel opened = channel;
        Connection mine = own;
        try {
            if (opened != null) {
                opened.abort();
            }
            if (mine != null) {
                mine.abort();
            }
        } catch (IOException gone) {
            LOG.debugf("%s ended before it was cancelled: %s", queue, gone.getMessage());
        }
    }

    /** Hands on what the client library says of this consumer. */
    private final class Receiver extends DefaultConsumer {
        Receiver(Channel channel) {
            super(channel);
        }

        @Override
        public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
            if (!over) {
                owner.delivered(getChannel(), deliveries, envelope, body);
            }
        }

        @Override
        public void handleCancel(String consumerTag) {
            tell(() -> owner.ended(Subscription.this, new IOException("the broker cancelled it")));
        }

        @Override
        public void handleShutdownSignal(String consumerTag, ShutdownSignalException cause) {
            if (!cause.isInitiatedByApplication()) {
                tell(() -> owner.ended(Subscription.this, cause));
            }
        }
    }
}
