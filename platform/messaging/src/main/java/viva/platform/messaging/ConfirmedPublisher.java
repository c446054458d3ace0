package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes durable messages, in the order of the requests, and says so only when the broker has them. Each message has its own answer: one that
 * is refused or not answered fails no other. A message that fails may have been published all the same: its sender repeats it with the same
 * message id.
 *
 * <p>A channel on which a message got no answer in time is replaced; it is closed when its other messages have theirs. After the broker closed a
 * channel, which it does because of a single message, as many as were lost are published one at a time, so that the next loss tells which it is.
 */
@Singleton
public class ConfirmedPublisher implements BrokerLink.Attachment {
    private static final Logger LOG = Logger.getLogger(ConfirmedPublisher.class);

    private static final AMQP.BasicProperties DURABLE = new AMQP.BasicProperties.Builder()
            .contentType("application/cloudevents+json")
            .deliveryMode(2)
            .build();

    /** How often messages without an answer are looked for. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** How long a new channel may take: one call to the broker. */
    private static final Duration RENEWAL = Duration.ofSeconds(1);

    private final BrokerLink link;
    private final MessagingConfig config;
    private final Clock clock = Clock.systemUTC();
    private final BlockingQueue<Sending> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final Queue<ConfirmChannel> retired = new ConcurrentLinkedQueue<>();
    private final AtomicInteger backlog = new AtomicInteger();
    private final AtomicInteger oneAtATime = new AtomicInteger();
    private final Thread worker;
    private final Thread answerer;
    private volatile ConfirmChannel current;
    private long lookedNanos = System.nanoTime();

    public ConfirmedPublisher(Broker broker, MessagingConfig config) {
        this.link = broker.publishing();
        this.config = config;
        this.worker = Thread.ofVirtual().name("confirmed-publisher").start(this::work);
        this.answerer = Thread.ofVirtual().name("confirmed-answers").start(this::answer);
        link.attach(this).subscribe().with(done -> {}, failure -> {});
    }

    /** Completes when the broker has confirmed every message; fails when it did not, after all of them have an answer. */
    public Uni<Void> publish(List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(messages.stream().map(this::publish).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    /** Completes when the broker has confirmed {@code message}; fails with a {@link NotConfirmed}, also when too many wait already. */
    public Uni<Void> publish(Outgoing message) {
        return Uni.createFrom().completionStage(() -> request(message));
    }

    private CompletableFuture<Void> request(Outgoing message) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        if (backlog.getAndIncrement() >= config.publisherBacklog()) {
            backlog.decrementAndGet();
            answer.completeExceptionally(new NotConfirmed.Away("too many messages wait for the broker", null));
        } else {
            waiting.add(new Sending(message, 0, answer));
        }
        return answer;
    }

    /** Messages that wait to be published or confirmed. */
    int waiting() {
        return backlog.get();
    }

    /** Whether a message that is published now reaches the broker: the link may be open a moment before the channel is. */
    boolean isOpen() {
        ConfirmChannel channel = current;
        return channel != null && channel.isOpen();
    }

    @Override
    public void open(Connection connection) throws IOException {
        ConfirmChannel last = current;
        current = new ConfirmChannel(connection, this::answered, this::closed);
        if (last != null) {
            retired.add(last);
        }
    }

    @Override
    public void lost() {
        current = null;
        retired.clear();
    }

    /** Answers leave the client library's thread at once: what a sender does with them must not hold up the connection. */
    private void answered(Sending sending, NotConfirmed failure) {
        backlog.decrementAndGet();
        answers.add(() -> {
            if (failure == null) {
                sending.answer().complete(null);
            } else {
                sending.answer().completeExceptionally(failure);
            }
        });
    }

    private void closed(int unanswered) {
        if (unanswered > 0) {
            LOG.warnf("the broker closed the channel; %d messages are published one at a time now", unanswered);
            oneAtATime.set(unanswered);
        }
        if (!isOpen()) {
            renew();
        }
    }

    private void renew() {
        link.renew(this).subscribe().with(done -> {}, failure -> LOG.debugf("no new channel: %s", failure));
    }

    private void answer() {
        try {
            while (true) {
                answers.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (true) {
                Sending next = waiting.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    send(next);
                }
                lookForSilence(System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Sending next) throws InterruptedException {
        awaitChannel();
        Sending sending = next.at(System.nanoTime());
        ConfirmChannel channel = current;
        if (channel == null || !channel.isOpen()) {
            answered(sending, new NotConfirmed.Away("the broker is not connected", null));
            return;
        }
        channel.send(sending, properties(sending.message()));
        if (oneAtATime.get() > 0) {
            oneAtATime.decrementAndGet();
            awaitAnswer(sending);
        }
    }

    /** While the link is open a channel that was closed is being replaced. */
    private void awaitChannel() throws InterruptedException {
        long until = System.nanoTime() + RENEWAL.toNanos();
        while (link.isOpen() && !isOpen() && until - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private void awaitAnswer(Sending sending) throws InterruptedException {
        try {
            sending.answer().get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            LOG.debugf("%s was not confirmed: %s", sending.message().routingKey(), e);
        }
    }

    private void lookForSilence(long now) {
        if (now - lookedNanos < LOOK_EVERY.toNanos()) {
            return;
        }
        lookedNanos = now;
        long since = now - config.timeout().toNanos();
        ConfirmChannel channel = current;
        if (channel != null && channel.giveUpBefore(since) > 0) {
            LOG.warn("the broker does not confirm a message; the others go on on another channel");
            renew();
        }
        retired.removeIf(last -> {
            last.giveUpBefore(since);
            if (last.isQuiet()) {
                var _ = Thread.startVirtualThread(last::close);
            }
            return last.isQuiet();
        });
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
        answerer.interrupt();
    }
}
