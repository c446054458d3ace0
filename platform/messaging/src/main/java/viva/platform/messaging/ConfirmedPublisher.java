package viva.platform.messaging;

import com.rabbitmq.client.AMQP;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Publishes durable messages, to each destination in the order of the requests, and says so only when the broker has them. Each message has its own
 * answer: one that is refused fails no other. One that is not answered in time has its channel replaced, and fails what else has no answer there and
 * goes to its destination, or to one that gets another message meanwhile: so no confirmed message was overtaken by a later one. A message that fails may
 * have been published all the same: its sender repeats it with the same message id. What waits behind it in the same {@link PublishBatch} fails with it, so
 * that a sender that repeats what failed in order keeps the order of each destination.
 *
 * <p>Where a queue does not answer, RabbitMQ holds a channel up that has sent it its first message (it makes itself known, for up to 65 s), with all
 * that comes behind it. What goes to such a destination goes over a line of its own, until a message is confirmed there and none is without an answer:
 * so none overtakes another when it changes lines. After the broker closed a channel, which it does because of a single message, as many as were lost
 * are published one at a time, so that the next loss tells which it is.
 */
@Singleton
public class ConfirmedPublisher {
    private static final Logger LOG = Logger.getLogger(ConfirmedPublisher.class);

    private static final AMQP.BasicProperties DURABLE = new AMQP.BasicProperties.Builder()
            .contentType("application/cloudevents+json")
            .deliveryMode(2)
            .build();

    /** How often messages without an answer are looked for. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Destinations with a line of their own: more than the topology has, fewer than a connection's channels (2,047). */
    private static final int MOST_APART = 1_000;

    private final MessagingConfig config;
    private final Clock clock = Clock.systemUTC();
    private final BlockingQueue<Sending> waiting = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger backlog = new AtomicInteger();
    private final AtomicInteger oneAtATime = new AtomicInteger();
    private final BrokerLink link;
    private final ConfirmLine together;

    /** Lines of destinations that did not answer, each of one; the worker's. */
    private final Map<String, ConfirmLine> apart = new HashMap<>();

    private final Thread worker;
    private final Thread answerer;
    private long lookedNanos = System.nanoTime();

    public ConfirmedPublisher(Broker broker, MessagingConfig config) {
        this.config = config;
        this.link = broker.publishing();
        this.together = newLine();
        this.worker = Thread.ofVirtual().name("confirmed-publisher").start(this::work);
        this.answerer = Thread.ofVirtual().name("confirmed-answers").start(this::answer);
    }

    private ConfirmLine newLine() {
        return new ConfirmLine(link, this::answered, this::closed);
    }

    /** Completes when the broker has confirmed every message; fails when it did not, after all of them have an answer. */
    public Uni<Void> publish(List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        PublishBatch batch = new PublishBatch();
        return Uni.join()
                .all(messages.stream().map(message -> publish(message, batch)).toList())
                .andCollectFailures()
                .replaceWithVoid();
    }

    /** Completes when the broker has confirmed {@code message}; fails with a {@link NotConfirmed}, also when too many wait already. */
    public Uni<Void> publish(Outgoing message) {
        return publish(message, new PublishBatch());
    }

    /** As {@link #publish(Outgoing)}; fails also with a message of {@code batch} that was requested before and fails before this one is sent. */
    public Uni<Void> publish(Outgoing message, PublishBatch batch) {
        return Uni.createFrom().completionStage(() -> request(message, batch));
    }

    private CompletableFuture<Void> request(Outgoing message, PublishBatch batch) {
        Sending sending = new Sending(message, batch, 0, new CompletableFuture<>());
        if (backlog.getAndIncrement() >= config.publisherBacklog()) {
            answered(sending, new NotConfirmed.Away("too many messages wait for the broker", null));
        } else {
            waiting.add(sending);
        }
        return sending.answer();
    }

    /** Messages that wait to be published or confirmed. */
    int waiting() {
        return backlog.get();
    }

    /** Whether a message that is published now reaches the broker: the link may be open a moment before the channel is. */
    boolean isOpen() {
        return together.isOpen();
    }

    /** Answers leave the client library's thread at once: what a sender does with them must not hold up the connection. */
    private void answered(Sending sending, NotConfirmed failure) {
        backlog.decrementAndGet();
        if (failure != null) {
            sending.failed(failure);
        }
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

    /** A message on a line of its own destination is not waited for: what is lost with its channel is of that destination alone. */
    private void send(Sending sending) throws InterruptedException {
        ConfirmLine line = apart.getOrDefault(sending.message().destination(), together);
        switch (line.send(sending, properties(sending.message()))) {
            case SENT -> {
                if (line == together && oneAtATime.get() > 0) {
                    oneAtATime.decrementAndGet();
                    awaitAnswer(sending);
                }
            }
            case BEHIND_A_FAILURE -> {}
            case NO_CHANNEL -> {
                List<Sending> behind = new ArrayList<>(List.of(sending));
                waiting.drainTo(behind);
                // What waits behind it must not be sent before it, should there be a channel the next moment.
                behind.forEach(each -> answered(each, new NotConfirmed.Away("the broker is not connected", null)));
            }
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
        apart.values().removeIf(line -> {
            line.giveUpBefore(since);
            boolean isOver = line.answersAgain();
            if (isOver) {
                line.close();
            }
            return isOver;
        });
        together.giveUpBefore(since).ifPresent(this::setApart);
    }

    /** What a channel waits for is its oldest message without an answer: those behind it were not looked at. */
    private void setApart(Sending sending) {
        String destination = sending.message().destination();
        LOG.warnf("the broker does not confirm what goes to %s; the others go on without it", destination);
        if (apart.size() < MOST_APART) {
            apart.computeIfAbsent(destination, _ -> newLine());
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
        answerer.interrupt();
    }
}
