package viva.platform.service.identity;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/** Refuses calls of {@link Internal} resources that are no other service's. */
public class InternalCalls {
    private final Optional<String> key;

    InternalCalls(@ConfigProperty(name = "viva.internal.key") Optional<String> key) {
        this.key = key;
    }

    @Internal
    @ServerRequestFilter
    public void check(HttpServerRequest request) {
        boolean isForwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        if (!isAllowed(key, request.getHeader(Internal.KEY_HEADER), !isForwarded && isHere(request.remoteAddress()))) {
            throw Rejected.of(ProblemType.UNAUTHENTICATED, "This is for other services alone");
        }
    }

    /** @param isHere whether the caller is on the same machine */
    static boolean isAllowed(Optional<String> key, String shown, boolean isHere) {
        return key.map(secret -> shown != null
                        && MessageDigest.isEqual(
                                secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8)))
                .orElse(isHere);
    }

    private static boolean isHere(SocketAddress remote) {
        try {
            return remote != null
                    && remote.hostAddress() != null
                    && InetAddress.getByName(remote.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
