package viva.gateway.health;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import viva.platform.servers.Ports;

/** A life service that knows nobody, and that a test stops and starts. */
public final class LifeNearby implements QuarkusTestResourceLifecycleManager {
    private static final int PORT = Ports.free();

    private static volatile HttpServer server;

    static void leave() {
        server.stop(0);
    }

    static void comeBack() {
        try {
            HttpServer life = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
            life.start();
            server = life;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        comeBack();
        return Map.of("LIFE_URL", "http://127.0.0.1:" + PORT);
    }

    @Override
    public void stop() {
        leave();
    }
}
