package viva.gateway.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import viva.gateway.session.Revocations;

/**
 * Verifies the access tokens of REST calls with the keys in memory, where the default would fetch them from the gateway itself. A token
 * whose session has ended is refused as one that has expired.
 */
@Singleton
@Alternative
@Priority(1)
public class GatewayPrincipals extends JWTCallerPrincipalFactory {
    private final TokenCheck check;
    private final Revocations revocations;

    @Inject
    GatewayPrincipals(TokenCheck check, Revocations revocations) {
        this.check = check;
        this.revocations = revocations;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        try {
            JwtClaims claims = check.check(token, Audience.API);
            if (revocations.isRevoked(AccessClaims.of(claims))) {
                throw new ParseException("the session has ended");
            }
            claims.setClaim(Claims.raw_token.name(), token);
            return new DefaultJWTCallerPrincipal(claims);
        } catch (InvalidJwtException | MalformedClaimException refused) {
            throw new ParseException("not an access token", refused);
        }
    }
}
