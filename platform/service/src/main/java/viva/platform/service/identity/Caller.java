package viva.platform.service.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import viva.contracts.AccountId;

/**
 * Who makes the current request, as its verified token says. Inject it anywhere; ask it at the start of a resource method, on a path
 * that needs a token.
 */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    @Inject
    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** For the proxy that stands in for the caller of the moment. */
    Caller() {
        this(null);
    }

    /**
     * The account that asks.
     *
     * @throws AuthenticationFailedException when the token names none
     */
    public AccountId account() {
        try {
            return AccountId.of(token().getSubject());
        } catch (IllegalArgumentException | NullPointerException notAnAccount) {
            throw new AuthenticationFailedException("the subject is not an account", notAnAccount);
        }
    }

    public boolean is(Role role) {
        return identity.hasRole(role.label());
    }

    /**
     * The token itself.
     *
     * @throws AuthenticationFailedException when there is none
     */
    public JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new AuthenticationFailedException("not authenticated by a token");
    }
}
