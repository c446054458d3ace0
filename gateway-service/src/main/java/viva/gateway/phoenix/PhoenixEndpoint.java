package viva.gateway.phoenix;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import viva.gateway.limit.Network;
import viva.platform.service.problem.OperatingFailures;

/**
 * Where Phoenix clients connect. Every callback returns a {@code Uni} that is already complete: they only hand over to the
 * {@link PhoenixSocket}, on the connection's event loop, so frames stay in order and none piles up unseen.
 */
@WebSocket(path = "/socket/websocket", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class PhoenixEndpoint {
    private static final Logger LOG = Logger.getLogger(PhoenixEndpoint.class);
    private static final Uni<Void> DONE = Uni.createFrom().voidItem();

    private final OpenSockets sockets;
    private final ChannelFamilies families;
    private final SocketMemory memory;
    private final SilentPeers silentPeers;
    private final OperatingFailures operating;
    private final SocketConfig config;
    private final Vertx vertx;
    private final Clock clock = Clock.systemUTC();

    PhoenixEndpoint(
            OpenSockets sockets,
            ChannelFamilies families,
            SocketMemory memory,
            SilentPeers silentPeers,
            OperatingFailures operating,
            SocketConfig config,
            Vertx vertx) {
        this.sockets = sockets;
        this.families = families;
        this.memory = memory;
        this.silentPeers = silentPeers;
        this.operating = operating;
        this.config = config;
        this.vertx = vertx;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        SocketOwner owner = connection.userData().get(UpgradeCheck.OWNER);
        Channel below = connection.userData().get(UpgradeCheck.CONNECTION);
        Context loop = VertxContext.getRootContext(Vertx.currentContext());
        Runnable cut = () -> below.eventLoop().execute(() -> {
            var _ = below.close();
        });
        var _ = below.closeFuture().addListener(closed -> loop.runOnContext(ignored -> forget(connection.id())));
        Wire wire = new Wire(connection, cut, vertx, config);
        SocketMemory.Share share = memory.open(owner.account(), cut);
        PhoenixSocket socket = new PhoenixSocket(owner, wire, share, loop, families, operating, config);
        Network network = connection.userData().get(UpgradeCheck.NETWORK);
        boolean mayStay = sockets.add(connection.id(), socket, wire, owner.account(), network);
        silentPeers.expectSocket(below);
        SocketGuard.watch(below, share, FrameRate.of(config));
        wire.expireAfter(Duration.between(clock.instant(), owner.expiresAt()));
        if (!mayStay) {
            wire.close(PhoenixSocket.TRY_AGAIN_LATER, "too many sockets");
        }
        return DONE;
    }

    @OnTextMessage
    Uni<Void> text(String text, WebSocketConnection connection) {
        return with(connection, socket -> socket.text(text));
    }

    @OnBinaryMessage
    Uni<Void> bytes(Buffer bytes, WebSocketConnection connection) {
        return with(connection, socket -> socket.bytes(ByteBuffer.wrap(bytes.getBytes())));
    }

    @OnClose
    Uni<Void> close(WebSocketConnection connection) {
        forget(connection.id());
        return DONE;
    }

    /** The framework does not tell of every connection that was cut while something was written to it; the channel below does. */
    private void forget(String connectionId) {
        PhoenixSocket socket = sockets.remove(connectionId);
        if (socket != null) {
            socket.disconnected();
        }
    }

    /** What fails here is the transport: a message beyond the framework's own limit, or a connection that broke. */
    @OnError
    Uni<Void> error(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("connection %s failed: %s", connection.id(), failure.toString());
        return with(connection, PhoenixSocket::unreadable);
    }

    private Uni<Void> with(WebSocketConnection connection, Consumer<PhoenixSocket> action) {
        PhoenixSocket socket = sockets.get(connection.id());
        if (socket != null) {
            action.accept(socket);
        }
        return DONE;
    }
}
