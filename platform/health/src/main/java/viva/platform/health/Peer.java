package viva.platform.health;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import io.vertx.mutiny.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;

/** Another service: it is there when it accepts connections. A request would need a token and count in its metrics. */
final class Peer implements Dependency {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String name;
    private final String host;
    private final int port;
    private final NetClient client;

    /** @param url where it answers */
    Peer(String name, URI url, Vertx vertx) {
        this.name = name;
        this.host = url.getHost();
        this.port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? HTTPS : HTTP;
        this.client = vertx.createNetClient(
                new NetClientOptions().setConnectTimeout(Math.toIntExact(CONNECT_LIMIT.toMillis())));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.PEER;
    }

    @Override
    public Uni<?> probe() {
        return client.connect(port, host).invoke(NetSocket::closeAndForget);
    }
}
