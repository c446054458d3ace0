package viva.gateway.token;

import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import viva.contracts.AccountId;
import viva.gateway.session.Access;

/** Where a token says which session it was given to. */
final class AccessClaims {
    static final String SESSION = "sid";
    static final String GENERATION = "gen";

    private AccessClaims() {}

    /** @throws MalformedClaimException when the token was given to no session */
    static Access of(JwtClaims claims) throws MalformedClaimException {
        Long generation = claims.getClaimValue(GENERATION, Long.class);
        try {
            return new Access(
                    AccountId.of(claims.getSubject()),
                    UUID.fromString(claims.getStringClaimValue(SESSION)),
                    generation == null ? 0 : Math.toIntExact(generation));
        } catch (IllegalArgumentException | NullPointerException noSession) {
            throw new MalformedClaimException("no session", noSession);
        }
    }
}
