package viva.platform.messaging;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One connection that is always being kept: when it breaks, it is opened again every {@code reconnectDelay}, and everything
 * attached to it is set up anew. All of its work runs on one thread of its own, so attachments need no locks and callers never
 * block. (The client library's own recovery gives up on topology after a broker restart; it is off.)
 */
public final class BrokerLink implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BrokerLink.class);

    private static final int ABORT_MILLIS = 2_000;

    private final String name;
    private final MessagingConfig config;
    private final ConnectionFactory factory;
    private final ScheduledExecutorService thread;
    private final ExecutorService dispatch = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Attachment> attachments = new LinkedHashSet<>();
    private volatile Connection connection;
    private volatile boolean closed;
    private boolean topologyComplete = true;

    /** Something that lives on the connection: a consumer, a publisher. Both methods run on the link's thread. */
    public interface Attachment {
        /** The connection is there: open channels, consume. */
        void open(Connection connection) throws IOException;

        /** The connection is gone, and with it every channel. */
        default void lost() {}
    }

    BrokerLink(String name, MessagingConfig config) {
        this.name = name;
        this.config = config;
        this.factory = factory(config);
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("broker-" + name).factory());
    }

    private static ConnectionFactory factory(MessagingConfig config) {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(config.url());
        } catch (Exception e) {
            throw new IllegalArgumentException("RABBITMQ_URL must be like amqp://user:password@host:port/vhost", e);
        }
        int millis = Math.toIntExact(config.timeout().toMillis());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setRequestedHeartbeat(Math.toIntExact(config.heartbeat().toSeconds()));
        factory.setConnectionTimeout(millis);
        factory.setHandshakeTimeout(millis);
        factory.setChannelRpcTimeout(millis);
        return factory;
    }

    void start() {
        thread.execute(this::connect);
    }

    /** Whether the connection is there right now, and was set up. */
    public boolean isOpen() {
        Connection current = connection;
        return current != null && current.isOpen();
    }

    /** Sets up {@code attachment} now if the connection is there, and again each time it comes back. */
    public Uni<Void> attach(Attachment attachment) {
        return onThread(() -> {
            attachments.add(attachment);
            if (isOpen()) {
                openOrReconnect(attachment);
            }
        });
    }

    /** Stops setting up {@code attachment} and runs {@code farewell}, whether or not the connection is there. */
    public Uni<Void> detach(Attachment attachment, Call farewell) {
        return onThread(() -> {
            attachments.remove(attachment);
            farewell.run();
        });
    }

    /** A call to the broker. */
    public interface Call {
        void run() throws IOException;
    }

    /** Runs a short broker call on the link's thread. */
    public Uni<Void> onThread(Call work) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                thread.execute(() -> {
                    try {
                        work.run();
                        emitter.complete(null);
                    } catch (Exception e) {
                        emitter.fail(e);
                    }
                });
            } catch (RejectedExecutionException e) {
                emitter.fail(new IOException("the link to the broker is closed", e));
            }
        });
    }

    /**
     * Runs a short broker call on the link's thread after a while. A failure is only logged: a connection that is gone sets everything up
     * anew.
     */
    void later(Duration delay, Call work) {
        try {
            var _ = thread.schedule(() -> attempt(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debugf("not scheduled: the link to the broker is closed (%s)", name);
        }
    }

    private static void attempt(Call work) {
        try {
            work.run();
        } catch (IOException | RuntimeException e) {
            LOG.debugf("a call to the broker failed: %s", reason(e));
        }
    }

    /** Whether the broker has every queue of the topology as it should be. On the link's thread only. */
    boolean isTopologyComplete() {
        return topologyComplete;
    }

    /** It has them now: a preparation took place meanwhile. On the link's thread only. */
    void topologyCompleted() {
        topologyComplete = true;
    }

    private void connect() {
        if (closed) {
            return;
        }
        Connection opened = null;
        try {
            opened = factory.newConnection(dispatch, "viva-" + name);
            topologyComplete = Topology.check(opened);
            for (Attachment attachment : attachments) {
                attachment.open(opened);
            }
            connection = opened;
            if (closed) {
                opened.abort(ABORT_MILLIS);
                return;
            }
            LOG.infof("connected to the broker (%s)", name);
            Connection current = opened;
            opened.addShutdownListener(cause -> onShutdown(current, cause));
        } catch (IOException | TimeoutException | RuntimeException e) {
            LOG.infof("no broker yet (%s: %s); next try in %s", name, reason(e), config.reconnectDelay());
            drop(opened);
            retryLater();
        }
    }

    private void drop(Connection failed) {
        connection = null;
        attachments.forEach(Attachment::lost);
        if (failed != null) {
            failed.abort(ABORT_MILLIS);
        }
    }

    /** The broker's own words where there are any: the library wraps them in an exception without a message. */
    private static String reason(Throwable e) {
        return e.getMessage() == null && e.getCause() != null ? e.getCause().getMessage() : e.toString();
    }

    /** A connection on which an attachment cannot be set up is dropped, so that everything is set up anew together. */
    private void openOrReconnect(Attachment attachment) throws IOException {
        try {
            attachment.open(connection);
        } catch (IOException | ShutdownSignalException e) {
            connection.abort(ABORT_MILLIS);
            throw e;
        }
    }

    private void onShutdown(Connection lost, ShutdownSignalException cause) {
        if (closed) {
            return;
        }
        thread.execute(() -> {
            if (lost.equals(connection)) {
                LOG.infof("lost the broker (%s: %s)", name, cause.getMessage());
                drop(null);
                retryLater();
            }
        });
    }

    private void retryLater() {
        if (!closed) {
            var _ = thread.schedule(this::connect, config.reconnectDelay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A connection that is being set up meanwhile is given up by the link's thread, which needs the dispatcher for that. */
    @Override
    public void close() {
        closed = true;
        thread.shutdown();
        Connection current = connection;
        if (current != null) {
            current.abort(ABORT_MILLIS);
        }
        try {
            var _ = thread.awaitTermination(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dispatch.shutdown();
    }
}
