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
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Verifies the access tokens of REST calls with the keys in memory, where the default would fetch them from the gateway itself. */
@Singleton
@Alternative
@Priority(1)
public class GatewayPrincipals extends JWTCallerPrincipalFactory {
    private final TokenCheck check;

    @Inject
    GatewayPrincipals(TokenCheck check) {
        this.check = check;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        try {
            JwtClaims claims = check.check(token, Audience.API);
            claims.setClaim(Claims.raw_token.name(), token);
            return new DefaultJWTCallerPrincipal(claims);
        } catch (InvalidJwtException refused) {
            throw new ParseException("not an access token", refused);
        }
    }
}
