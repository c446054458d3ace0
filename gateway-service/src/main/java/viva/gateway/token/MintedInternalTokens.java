package viva.gateway.token;

import jakarta.inject.Singleton;
import java.util.Set;
import viva.contracts.AccountId;
import viva.gateway.peer.InternalTokens;
import viva.platform.service.identity.Role;

/** Signs the short-lived tokens that the gateway shows to other services; each names one service and holds for a minute. */
@Singleton
public class MintedInternalTokens implements InternalTokens {
    private final TokenMint mint;

    MintedInternalTokens(TokenMint mint) {
        this.mint = mint;
    }

    @Override
    public String sign(String audience, AccountId account) {
        return sign(audience, account, Set.of(Role.OWNER));
    }

    /** A token that lets the gateway ask {@code audience} on behalf of an account with these roles. */
    public String sign(String audience, AccountId account, Set<Role> roles) {
        return mint.internal(audience, account, roles).text();
    }
}
