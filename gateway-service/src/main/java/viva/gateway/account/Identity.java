package viva.gateway.account;

import java.util.Set;
import viva.contracts.AccountId;
import viva.platform.service.identity.Role;

/**
 * An account as its tokens tell of it.
 *
 * @param generation which of its sessions hold: those of this one and of later ones
 */
public record Identity(AccountView account, Set<Role> roles, int generation) {
    static Identity of(Account account) {
        return new Identity(AccountView.of(account), account.roles(), account.sessionGeneration);
    }

    public AccountId id() {
        return account.id();
    }
}
