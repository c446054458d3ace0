package viva.gateway.token;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import viva.gateway.phoenix.SocketCredentials;
import viva.gateway.phoenix.SocketOwner;
import viva.gateway.session.Revocations;
import viva.gateway.session.Sessions;

/** Verifies what opens a socket: a socket token, or an access token, whose session has not ended. */
@Singleton
public class SocketTokens implements SocketCredentials {
    private final TokenCheck check;
    private final Sessions sessions;
    private final Revocations revocations;

    SocketTokens(TokenCheck check, Sessions sessions, Revocations revocations) {
        this.check = check;
        this.sessions = sessions;
        this.revocations = revocations;
    }

    @Override
    public Uni<Optional<SocketOwner>> check(String token) {
        Optional<SocketOwner> named = read(token).filter(this::holds);
        if (named.isEmpty()) {
            return Uni.createFrom().item(named);
        }
        return sessions.find(named.get().access().session()).map(open -> open.flatMap(session -> named));
    }

    @Override
    public boolean holds(SocketOwner owner) {
        return !revocations.isRevoked(owner.access());
    }

    private Optional<SocketOwner> read(String token) {
        try {
            JwtClaims claims = check.check(token, Audience.SOCKET, Audience.API);
            return Optional.of(new SocketOwner(
                    AccessClaims.of(claims),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        } catch (InvalidJwtException | MalformedClaimException refused) {
            return Optional.empty();
        }
    }
}
