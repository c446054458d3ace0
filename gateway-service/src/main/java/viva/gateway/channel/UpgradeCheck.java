package viva.gateway.channel;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.util.List;

/** Decides who may open a socket: 503 when the gateway is full, 403 for everything that is wrong with the client. */
@Singleton
class UpgradeCheck implements HttpUpgradeCheck {
    static final UserData.TypedKey<SocketOwner> OWNER = new UserData.TypedKey<>("owner");
    static final UserData.TypedKey<Runnable> CUT = new UserData.TypedKey<>("cut");

    private static final int FORBIDDEN = 403;
    private static final int UNAVAILABLE = 503;

    private final OpenSockets sockets;
    private final SocketCredentials credentials;
    private final List<String> allowedOrigins;

    UpgradeCheck(OpenSockets sockets, SocketCredentials credentials, SocketConfig config) {
        this.sockets = sockets;
        this.credentials = credentials;
        this.allowedOrigins = config.allowedOrigins().orElse(List.of());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (sockets.isFull()) {
            return CheckResult.rejectUpgrade(UNAVAILABLE);
        }
        HttpServerRequest request = context.httpRequest();
        Handshake handshake = new Handshake(
                request.getParam("vsn"),
                request.getParam("token"),
                request.getHeader("Sec-WebSocket-Protocol"),
                request.getHeader("Origin"),
                request.getHeader("Host"));
        if (!handshake.speaksOurVersion() || !handshake.comesFromAllowedOrigin(allowedOrigins)) {
            return CheckResult.rejectUpgrade(FORBIDDEN);
        }
        return handshake
                .token()
                .map(token -> admit(token, context))
                .orElseGet(() -> CheckResult.rejectUpgrade(FORBIDDEN));
    }

    private Uni<CheckResult> admit(String token, HttpUpgradeContext context) {
        return credentials
                .check(token)
                .map(found -> found.map(owner -> {
                            context.userData().put(OWNER, owner);
                            context.userData()
                                    .put(CUT, cutting(context.httpRequest().connection()));
                            return CheckResult.permitUpgradeSync();
                        })
                        .orElseGet(() -> CheckResult.rejectUpgradeSync(FORBIDDEN)));
    }

    /**
     * Closing a connection properly waits for everything written before, so one could never be rid of a client that does not
     * read. The channel below does not wait.
     */
    private static Runnable cutting(HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        return () -> {
            var _ = channel.close();
        };
    }
}
