package viva.gateway.phoenix;

import io.netty.channel.Channel;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import viva.gateway.limit.Network;
import viva.gateway.limit.Networks;
import viva.platform.service.problem.OperatingFailures;

/**
 * Decides who may open a socket: 503 when the gateway is full or cannot tell, 429 when the account or the network has enough of them,
 * 403 for everything that is wrong with the client.
 */
@Singleton
class UpgradeCheck implements HttpUpgradeCheck {
    static final UserData.TypedKey<SocketOwner> OWNER = new UserData.TypedKey<>("owner");
    static final UserData.TypedKey<Network> NETWORK = new UserData.TypedKey<>("network");

    /** The connection below the socket. Closing it does not wait for what was written before, as a proper close does. */
    static final UserData.TypedKey<Channel> CONNECTION = new UserData.TypedKey<>("connection");

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Map<String, List<String>> COME_BACK = Map.of("Retry-After", List.of("2"));

    private final OpenSockets sockets;
    private final SocketCredentials credentials;
    private final Networks networks;
    private final OperatingFailures operating;
    private final List<String> allowedOrigins;

    UpgradeCheck(
            OpenSockets sockets,
            SocketCredentials credentials,
            Networks networks,
            OperatingFailures operating,
            SocketConfig config) {
        this.sockets = sockets;
        this.credentials = credentials;
        this.networks = networks;
        this.operating = operating;
        this.allowedOrigins = config.allowedOrigins().orElse(List.of());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (sockets.isFull()) {
            return CheckResult.rejectUpgrade(UNAVAILABLE, COME_BACK);
        }
        if (sockets.hasEnough(networks.of(context.httpRequest()))) {
            return CheckResult.rejectUpgrade(TOO_MANY, COME_BACK);
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
                .map(found -> found.map(owner -> admit(owner, context))
                        .orElseGet(() -> CheckResult.rejectUpgradeSync(FORBIDDEN)))
                .onFailure(failure -> operating.rejection(failure).isPresent())
                .recoverWithItem(() -> CheckResult.rejectUpgradeSync(UNAVAILABLE, COME_BACK));
    }

    private CheckResult admit(SocketOwner owner, HttpUpgradeContext context) {
        if (sockets.hasEnough(owner.account())) {
            return CheckResult.rejectUpgradeSync(TOO_MANY, COME_BACK);
        }
        HttpServerRequest request = context.httpRequest();
        context.userData().put(OWNER, owner);
        context.userData().put(NETWORK, networks.of(request));
        context.userData().put(CONNECTION, ((ConnectionBase) request.connection()).channel());
        return CheckResult.permitUpgradeSync();
    }
}
