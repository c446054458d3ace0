package viva.platform.service.identity;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A gateway that only publishes keys; the first key comes out only when {@link #publish()} was called, as if it came up late. */
public class Keys implements QuarkusTestResourceLifecycleManager {
    static final UUID ACCOUNT = new UUID(0x0190_0000_0000_7000L, 7);
    private static final List<EllipticCurveJsonWebKey> PUBLISHED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger NEXT = new AtomicInteger();

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/jwks.json", exchange -> {
            byte[] body = new JsonWebKeySet(PUBLISHED).toJson().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Cache-Control", "max-age=300");
            exchange.sendResponseHeaders(PUBLISHED.isEmpty() ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return Map.of("GATEWAY_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    static EllipticCurveJsonWebKey publish() {
        EllipticCurveJsonWebKey key = generate();
        PUBLISHED.add(key);
        return key;
    }

    static EllipticCurveJsonWebKey generate() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("key-" + NEXT.incrementAndGet());
            key.setAlgorithm("ES256");
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sign(EllipticCurveJsonWebKey key, JwtClaimsBuilder claims) {
        return claims.jws().keyId(key.getKeyId()).sign(key.getPrivateKey());
    }

    static JwtClaimsBuilder claims(Role... roles) {
        Instant now = Instant.now();
        return Jwt.claims()
                .issuer("viva")
                .audience("specimen")
                .subject(ACCOUNT.toString())
                .groups(Set.of(java.util.Arrays.stream(roles).map(Role::label).toArray(String[]::new)))
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofMinutes(1)));
    }
}
