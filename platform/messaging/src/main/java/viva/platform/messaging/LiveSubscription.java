package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import viva.contracts.message.CloudEvent;

/**
 * This process' own queue of live frames, with bindings that come and go. It dies with the connection and is made anew with the
 * next one; what was said in between is lost, so {@code onReady} runs each time and the owner catches up from elsewhere.
 */
public final class LiveSubscription implements BrokerLink.Attachment {
    private static final Logger LOG = Logger.getLogger(LiveSubscription.class);

    /** Frames that wait for this process; the oldest is dropped for the next one. */
    private static final Map<String, Object> ARGUMENTS = Map.of("x-max-length", 10_000, "x-overflow", "drop-head");

    private final BrokerLink link;
    private final Consumer<CloudEvent<?>> receiver;
    private final Runnable onReady;
    private final Set<String> keys = new LinkedHashSet<>();
    private Channel channel;
    private String queue;

    public LiveSubscription(BrokerLink link, Consumer<CloudEvent<?>> receiver, Runnable onReady) {
        this.link = link;
        this.receiver = receiver;
        this.onReady = onReady;
    }

    /** Begins to listen, now or when the broker is there. */
    public Uni<Void> start() {
        return link.attach(this);
    }

    /** Completes when frames with {@code routingKey} (wildcards allowed) come in, or at once while the broker is away. */
    public Uni<Void> bind(String routingKey) {
        return link.onThread(() -> {
            if (keys.add(routingKey) && isOpen()) {
                channel.queueBind(queue, Topology.LIVE, routingKey);
            }
        });
    }

    /** Stops frames with {@code routingKey}. */
    public Uni<Void> unbind(String routingKey) {
        return link.onThread(() -> {
            if (keys.remove(routingKey) && isOpen()) {
                channel.queueUnbind(queue, Topology.LIVE, routingKey);
            }
        });
    }

    private boolean isOpen() {
        return channel != null && channel.isOpen();
    }

    @Override
    public void open(Connection connection) throws IOException {
        Channel opened = BrokerLink.channel(connection);
        queue = opened.queueDeclare("", false, true, true, ARGUMENTS).getQueue();
        for (String key : keys) {
            opened.queueBind(queue, Topology.LIVE, key);
        }
        opened.basicConsume(queue, true, new DefaultConsumer(opened) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
                receive(body);
            }
        });
        channel = opened;
        onReady.run();
    }

    @Override
    public void lost() {
        channel = null;
    }

    private void receive(byte[] body) {
        try {
            receiver.accept(Envelopes.decode(body));
        } catch (Envelopes.UndecodableMessage e) {
            LOG.warnf("ignored a live frame that cannot be read: %s", e.getMessage());
        }
    }
}
