package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishes durable messages and says so only when the broker has them. Requests that wait at the same time share one round of
 * confirms. A request that fails may have been published all the same: its sender repeats it with the same message id.
 */
@Singleton
public class ConfirmedPublisher implements BrokerLink.Attachment {
    private static final int ROUND = 500;
    private static final AMQP.BasicProperties DURABLE = new AMQP.BasicProperties.Builder()
            .contentType("application/cloudevents+json")
            .deliveryMode(2)
            .build();

    private final MessagingConfig config;
    private final Clock clock = Clock.systemUTC();
    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger backlog = new AtomicInteger();
    private final Thread worker;
    private volatile Channel channel;

    private record Request(List<Outgoing> messages, UniEmitter<? super Void> sender) {}

    public ConfirmedPublisher(Broker broker, MessagingConfig config) {
        this.config = config;
        this.worker = Thread.ofVirtual().name("confirmed-publisher").start(this::work);
        broker.publishing().attach(this).subscribe().with(done -> {}, failure -> {});
    }

    /** Completes when the broker has confirmed every message; fails when it did not, or when too many wait already. */
    public Uni<Void> publish(List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().emitter(emitter -> {
            if (backlog.addAndGet(messages.size()) > config.publisherBacklog() + messages.size()) {
                backlog.addAndGet(-messages.size());
                emitter.fail(new IOException("too many messages wait for the broker"));
            } else {
                waiting.add(new Request(messages, emitter));
            }
        });
    }

    /** As {@link #publish(List)}, for one message. */
    public Uni<Void> publish(Outgoing message) {
        return publish(List.of(message));
    }

    /** Messages that wait to be published or confirmed. */
    int waiting() {
        return backlog.get();
    }

    /** Whether a message that is published now reaches the broker: the link may be open a moment before the channel is. */
    boolean isOpen() {
        Channel current = channel;
        return current != null && current.isOpen();
    }

    @Override
    public void open(Connection connection) throws IOException {
        Channel opened = connection.createChannel();
        opened.confirmSelect();
        channel = opened;
    }

    @Override
    public void lost() {
        channel = null;
    }

    private void work() {
        try {
            while (true) {
                List<Request> round = new ArrayList<>();
                round.add(waiting.take());
                waiting.drainTo(round, ROUND - 1);
                publishRound(round);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishRound(List<Request> round) throws InterruptedException {
        Exception failure = null;
        try {
            send(round);
        } catch (IOException | TimeoutException | RuntimeException e) {
            // Whatever it is, the senders learn of it and the worker lives on.
            failure = e;
        }
        for (Request request : round) {
            backlog.addAndGet(-request.messages.size());
            if (failure == null) {
                request.sender.complete(null);
            } else {
                request.sender.fail(failure);
            }
        }
    }

    private void send(List<Request> round) throws IOException, InterruptedException, TimeoutException {
        Channel current = channel;
        if (current == null || !current.isOpen()) {
            throw new IOException("the broker is not connected");
        }
        for (Request request : round) {
            for (Outgoing message : request.messages) {
                current.basicPublish(
                        message.exchange(),
                        message.routingKey(),
                        properties(message),
                        message.body().getBytes(StandardCharsets.UTF_8));
            }
        }
        if (!current.waitForConfirms(config.timeout().toMillis())) {
            throw new IOException("the broker refused a message: a queue is full");
        }
    }

    /** The broker counts what is left of a message's time from its arrival, in milliseconds. */
    private AMQP.BasicProperties properties(Outgoing message) {
        AMQP.BasicProperties.Builder properties = DURABLE.builder().messageId(message.messageId());
        if (message.expiresAt() != null) {
            long left = Duration.between(clock.instant(), message.expiresAt()).toMillis();
            properties.expiration(Long.toString(Math.max(0, left)));
        }
        return properties.build();
    }

    public void stop(@Observes ShutdownEvent event) {
        worker.interrupt();
    }
}
