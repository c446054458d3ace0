package viva.platform.health;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import io.vertx.mutiny.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Another service: it is there when one of its addresses accepts connections. A request would need a token and count in its metrics.
 */
final class Peer implements Dependency {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String name;
    private final List<URI> urls;
    private final NetClient client;

    /** @param urls where it answers, at least one */
    Peer(String name, List<URI> urls, Vertx vertx) {
        this.name = name;
        this.urls = List.copyOf(urls);
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
        return probe(0);
    }

    /** One address after the other, so that none is left connected when another was faster. */
    private Uni<?> probe(int address) {
        Uni<NetSocket> connected = Uni.createFrom()
                .deferred(() -> client.connect(
                        port(urls.get(address)), urls.get(address).getHost()))
                .invoke(NetSocket::closeAndForget);
        return address == urls.size() - 1
                ? connected
                : connected
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithUni(() -> probe(address + 1).replaceWithVoid());
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? HTTPS : HTTP;
    }
}
