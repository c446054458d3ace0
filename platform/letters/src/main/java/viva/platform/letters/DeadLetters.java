package viva.platform.letters;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The dead letters of one service. Each call has a connection of its own, so that nothing that goes wrong with it hurts a consumer, and
 * sees the letters from the oldest on: at most {@link #MOST_KEPT} that it leaves there. Commands whose time was over are dropped and
 * counted by any call that meets them. A call that fails leaves every letter where it was, except for those that it had replayed or
 * dropped; what it had published without a confirm may be in its queue, too, with the same id.
 */
public final class DeadLetters {
    /** A topic exchange that leads to every queue that a service reads, by the queue's name. */
    public static final String REPLAY = "viva.replay";

    /** Letters that one call looks at and leaves where they are. */
    public static final int MOST_KEPT = 10_000;

    private final String url;
    private final String queue;
    private final Duration timeout;
    private final int mostKept;

    /**
     * Those of one service.
     *
     * @param url {@code amqp://user:password@host:port/vhost} of the service's user or an administrator
     * @param service its short name, such as {@code life}
     * @param timeout how long the broker may take to answer
     */
    public DeadLetters(String url, String service, Duration timeout) {
        this(url, service, timeout, MOST_KEPT);
    }

    DeadLetters(String url, String service, Duration timeout, int mostKept) {
        this.url = url;
        this.queue = service + ".dead";
        this.timeout = timeout;
        this.mostKept = mostKept;
    }

    /** The queue that they are in. */
    public String queue() {
        return queue;
    }

    /**
     * A page of letters without their words.
     *
     * @param skip letters that {@code filter} holds for and that are not wanted, at least 0
     * @param limit of the page, at least 1
     * @throws LettersFailure when they cannot be had now
     */
    public LetterPage list(LetterFilter filter, int skip, int limit) {
        List<Letter> found = new ArrayList<>();
        int most = skip + limit + 1;
        Look look = walk(new Decision() {
                    @Override
                    public Fate of(Letter letter, Delivery delivery) {
                        if (filter.matches(letter)) {
                            found.add(letter);
                        }
                        return Fate.KEEP;
                    }

                    @Override
                    public boolean isEnough() {
                        return found.size() == most;
                    }
                })
                .look();
        int from = Math.min(skip, found.size());
        boolean hasMore = found.size() == most;
        return new LetterPage(found.subList(from, hasMore ? most - 1 : found.size()), hasMore ? most - 1 : null, look);
    }

    /**
     * A letter with its words.
     *
     * @throws LettersFailure when it cannot be had now
     */
    public Optional<LetterContent> show(String id) {
        LetterFilter filter = LetterFilter.of(id);
        List<LetterContent> found = new ArrayList<>();
        walk(new Decision() {
            @Override
            public Fate of(Letter letter, Delivery delivery) {
                if (filter.matches(letter)) {
                    found.add(LetterReader.content(delivery));
                }
                return Fate.KEEP;
            }

            @Override
            public boolean isEnough() {
                return !found.isEmpty();
            }
        });
        return found.stream().findFirst();
    }

    /**
     * Sends letters back to the queues that they died in, with their ids; each leaves the dead letter queue when the broker has confirmed
     * it there.
     *
     * @param limit how many at most, at least 1
     * @throws LettersFailure when that is not possible now
     */
    public Settled replay(LetterFilter filter, int limit) {
        return walk(new Chosen(filter, limit, Decision.Fate.REPLAY));
    }

    /**
     * Drops letters for good.
     *
     * @param limit how many at most, at least 1
     * @throws LettersFailure when that is not possible now
     */
    public Settled drop(LetterFilter filter, int limit) {
        return walk(new Chosen(filter, limit, Decision.Fate.DROP));
    }

    private static final class Chosen implements Decision {
        private final LetterFilter filter;
        private final Fate fate;
        private int left;

        Chosen(LetterFilter filter, int limit, Fate fate) {
            this.filter = filter;
            this.left = limit;
            this.fate = fate;
        }

        @Override
        public Fate of(Letter letter, Delivery delivery) {
            if (!filter.matches(letter)) {
                return Fate.KEEP;
            }
            left--;
            return fate;
        }

        @Override
        public boolean isEnough() {
            return left <= 0;
        }
    }

    private Settled walk(Decision decision) {
        Connection connection = null;
        try {
            connection = factory().newConnection("viva-dead-letters");
            return new Walk(connection, queue, mostKept, timeout).run(decision);
        } catch (IOException | TimeoutException | ShutdownSignalException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LettersFailure(LettersFailure.Kind.AWAY, "Interrupted while looking at " + queue, e);
        } finally {
            if (connection != null) {
                connection.abort(Math.toIntExact(timeout.toMillis()));
            }
        }
    }

    private LettersFailure failure(Exception e) {
        if (e.getCause() instanceof ShutdownSignalException closed
                && closed.getReason() instanceof AMQP.Channel.Close reason
                && reason.getReplyCode() == AMQP.NOT_FOUND) {
            return new LettersFailure(
                    LettersFailure.Kind.ABSENT,
                    "The broker has no %s: ./viva prepare declares the topology of this version".formatted(queue),
                    e);
        }
        return new LettersFailure(
                LettersFailure.Kind.AWAY, "The broker does not give %s: %s".formatted(queue, reason(e)), e);
    }

    private static String reason(Throwable e) {
        if (e.getMessage() != null) {
            return e.getMessage();
        }
        return e.getCause() == null ? e.toString() : reason(e.getCause());
    }

    private ConnectionFactory factory() {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(url);
        } catch (URISyntaxException | GeneralSecurityException | RuntimeException e) {
            throw new LettersFailure(
                    LettersFailure.Kind.AWAY, "RABBITMQ_URL must be like amqp://user:password@host:port/vhost", e);
        }
        if (factory.getVirtualHost().isEmpty()) {
            factory.setVirtualHost("/");
        }
        int millis = Math.toIntExact(timeout.toMillis());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(millis);
        factory.setHandshakeTimeout(millis);
        factory.setChannelRpcTimeout(millis);
        return factory;
    }
}
