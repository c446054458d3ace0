package viva.platform.service.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Verifies the tokens that services are shown, each once: the gateway shows the same one with all of an owner's requests for a while. A
 * service with an alternative of a higher priority verifies its tokens itself.
 */
@Singleton
@Alternative
@Priority(0)
public class RememberedPrincipals extends JWTCallerPrincipalFactory {
    private static final int MOST = 4_096;

    private final JWTCallerPrincipalFactory verifying = new DefaultJWTCallerPrincipalFactory();
    private final VerifiedTokens<JWTCallerPrincipal> verified = new VerifiedTokens<>(MOST);
    private final Clock clock = Clock.systemUTC();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo info) throws ParseException {
        Optional<JWTCallerPrincipal> known = verified.find(token);
        if (known.isPresent() && holds(known.get(), info)) {
            return known.get();
        }
        verified.remove(token);
        JWTCallerPrincipal principal = verifying.parse(token, info);
        verified.add(token, principal);
        return principal;
    }

    private boolean holds(JWTCallerPrincipal principal, JWTAuthContextInfo info) {
        return clock.instant().getEpochSecond() < principal.getExpirationTime() + info.getClockSkew();
    }
}
