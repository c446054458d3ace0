package viva.gateway.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import viva.contracts.AccountId;
import viva.gateway.session.Session;
import viva.platform.service.identity.Role;

/** Signs tokens (RFC 7519, ES256). */
@Singleton
public class TokenMint {
    static final String ISSUER = "viva";

    private final SigningKeys keys;
    private final TokenConfig config;
    private final Clock clock = Clock.systemUTC();

    TokenMint(SigningKeys keys, TokenConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** A token for the public REST; it ends with its session at the latest. */
    public Token access(Session session, Set<Role> roles) {
        return owners(Audience.API, session, roles, config.accessLifetime());
    }

    /** A token that only opens sockets; it ends with its session at the latest. */
    public Token socket(Session session, Set<Role> roles) {
        return owners(Audience.SOCKET, session, roles, config.socketLifetime());
    }

    /** A token to show to another service, named by its short name, on behalf of an account. */
    public Token internal(String service, AccountId account, Set<Role> roles) {
        return sign(claims(account, roles, config.internalLifetime()).audience(service), config.internalLifetime());
    }

    private Token owners(Audience audience, Session session, Set<Role> roles, Duration lifetime) {
        Duration left = Duration.between(clock.instant(), session.until());
        Duration holds = lifetime.compareTo(left) < 0 ? lifetime : left;
        return sign(
                claims(session.account(), roles, holds)
                        .audience(audience.label())
                        .claim(AccessClaims.SESSION, session.id().toString())
                        .claim(AccessClaims.GENERATION, session.generation()),
                holds);
    }

    private JwtClaimsBuilder claims(AccountId account, Set<Role> roles, Duration lifetime) {
        Instant now = clock.instant();
        return Jwt.claims()
                .issuer(ISSUER)
                .subject(account.toString())
                .groups(roles.stream().map(Role::label).collect(Collectors.toSet()))
                .issuedAt(now)
                .expiresAt(now.plus(lifetime));
    }

    private Token sign(JwtClaimsBuilder claims, Duration lifetime) {
        SigningKey key = keys.signing();
        String text =
                claims.jws().keyId(key.id()).algorithm(SignatureAlgorithm.ES256).sign(key.privateKey());
        return new Token(text, lifetime.toSeconds());
    }

    /** A signed token and the seconds that it holds. */
    public record Token(String text, long expiresIn) {}
}
