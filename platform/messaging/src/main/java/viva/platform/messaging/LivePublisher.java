package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import viva.contracts.message.LiveFrame;

/** Publishes live frames: not persistent, not confirmed, dropped while the broker is away or when too many wait. */
@Singleton
public class LivePublisher implements BrokerLink.Attachment {
    private static final Logger LOG = Logger.getLogger(LivePublisher.class);
    private static final int BACKLOG = 10_000;
    private static final AMQP.BasicProperties TRANSIENT = new AMQP.BasicProperties.Builder()
            .contentType("application/cloudevents+json")
            .deliveryMode(1)
            .build();

    private final MessageFactory messages;
    private final BlockingQueue<Outgoing> waiting = new ArrayBlockingQueue<>(BACKLOG);
    private final Thread worker;
    private volatile Channel channel;

    LivePublisher(Broker broker, MessageFactory messages) {
        this.messages = messages;
        this.worker = Thread.ofVirtual().name("live-publisher").start(this::work);
        broker.publishing().attach(this).subscribe().with(done -> {}, failure -> {});
    }

    /** Sends a frame to whoever looks right now; never blocks, never fails. */
    public void publish(LiveFrame frame) {
        if (channel != null && !waiting.offer(Outgoing.live(messages.first(frame)))) {
            LOG.debugf("dropped a live frame: %d wait already", BACKLOG);
        }
    }

    @Override
    public void open(Connection connection) throws IOException {
        channel = BrokerLink.channel(connection);
    }

    @Override
    public void lost() {
        channel = null;
        waiting.clear();
    }

    private void work() {
        try {
            while (true) {
                send(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Outgoing frame) {
        Channel current = channel;
        if (current == null) {
            return;
        }
        try {
            current.basicPublish(
                    frame.exchange(),
                    frame.routingKey(),
                    TRANSIENT,
                    frame.body().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            LOG.debugf("dropped a live frame: %s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        worker.interrupt();
    }
}
