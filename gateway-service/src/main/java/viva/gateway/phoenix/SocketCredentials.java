package viva.gateway.phoenix;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Tells whose token this is. */
public interface SocketCredentials {
    /** The owner a valid token names; empty when it is malformed, forged, expired, revoked or meant for something else. */
    Uni<Optional<SocketOwner>> check(String token);

    /** Whether the session that opened a socket goes on; answers at once, from what is known here. */
    boolean holds(SocketOwner owner);
}
