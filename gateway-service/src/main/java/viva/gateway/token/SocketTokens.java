package viva.gateway.token;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import viva.contracts.AccountId;
import viva.gateway.channel.SocketCredentials;
import viva.gateway.channel.SocketOwner;
import viva.gateway.session.Sessions;

/** Verifies what opens a socket: a socket token, or an access token, whose session has not ended. */
@Singleton
public class SocketTokens implements SocketCredentials {
    private final TokenCheck check;
    private final Sessions sessions;

    SocketTokens(TokenCheck check, Sessions sessions) {
        this.check = check;
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<SocketOwner>> check(String token) {
        Optional<Session> named = read(token);
        if (named.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return sessions.isOpen(named.get().id())
                .map(open -> open ? Optional.of(named.get().owner()) : Optional.empty());
    }

    private Optional<Session> read(String token) {
        try {
            JwtClaims claims = check.check(token, Audience.SOCKET, Audience.API);
            SocketOwner owner = new SocketOwner(
                    AccountId.of(claims.getSubject()),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
            return Optional.of(new Session(UUID.fromString(claims.getStringClaimValue(TokenMint.SESSION)), owner));
        } catch (InvalidJwtException
                | MalformedClaimException
                | IllegalArgumentException
                | NullPointerException refused) {
            return Optional.empty();
        }
    }

    private record Session(UUID id, SocketOwner owner) {}
}
