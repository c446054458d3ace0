package viva.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
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
    private final Set<Connection> others = ConcurrentHashMap.newKeySet();
    private volatile Connection connection;
    private volatile boolean closed;
    private volatile boolean topologyComplete = true;

    /** Something that lives on the connection: a consumer, a publisher. Both methods run on the link's thread. */
    public interface Attachment {
        /** The connection is there: open channels. A failure costs the connection, so what may fail alone is begun here and not awaited. */
        void open(Connection connection) throws IOException;

        /** The connection is gone, and with it every channel. */
        default void lost() {}
    }

    BrokerLink(String name, MessagingConfig config) {
        this.name = name;
        this.config = config;
        this.factory = factory(config);
        this.thread = thread(name);
    }

    /** One that forgets what it was to do later when it is shut down. */
    private static ScheduledExecutorService thread(String name) {
        ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("broker-" + name).factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return thread;
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

    /** Sets up {@code attachment} anew while the connection stays; does nothing while the broker is away. */
    Uni<Void> renew(Attachment attachment) {
        return onThread(() -> {
            if (attachments.contains(attachment) && isOpen()) {
                openOrReconnect(attachment);
            }
        });
    }

    /** Gives the connection up and opens another one. */
    void reconnect() {
        onThread(() -> {
                    if (isOpen()) {
                        connection.abort(ABORT_MILLIS);
                    }
                })
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("no other connection (%s): %s", name, failure));
    }

    /** Runs {@code work} on the link's thread after {@code delay}, unless the link is closed by then. */
    void later(Duration delay, Runnable work) {
        try {
            var _ = thread.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debugf("not done, the link to the broker is closed (%s)", name);
        }
    }

    /**
     * Opens a further connection, for what may cost its connection. Blocks; the caller closes it, or else the link does when it is closed.
     *
     * @param purpose a word for the broker's list of connections
     */
    Connection another(String purpose) throws IOException, TimeoutException {
        Connection opened = factory.newConnection(dispatch, "viva-" + name + "-" + purpose);
        others.add(opened);
        opened.addShutdownListener(_ -> others.remove(opened));
        if (closed) {
            opened.abort(ABORT_MILLIS);
        }
        return opened;
    }

    /** Opens a channel on {@code connection}; fails when it has as many as the broker allows, for which the client library returns null. */
    static Channel channel(Connection connection) throws IOException {
        return connection.openChannel().orElseThrow(() -> new ConnectException("the connection has no channel left"));
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
     * Whether the broker has every queue of the topology as it should be. As long as it has not, this asks it anew: a preparation may have taken
     * place meanwhile. Blocks then.
     */
    boolean isTopologyComplete(Connection current) throws IOException {
        if (!topologyComplete) {
            topologyComplete = Topology.check(current);
        }
        return topologyComplete;
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
    static String reason(Throwable e) {
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
        others.forEach(other -> other.abort(ABORT_MILLIS));
        try {
            var _ = thread.awaitTermination(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dispatch.shutdown();
    }
}
