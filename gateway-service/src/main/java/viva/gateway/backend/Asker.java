package viva.gateway.backend;

import java.util.EnumSet;
import java.util.Set;
import viva.contracts.AccountId;
import viva.platform.service.identity.Caller;
import viva.platform.service.identity.Role;

/** On whose behalf another service is asked. */
public record Asker(AccountId account, Set<Role> roles) {
    public Asker {
        roles = Set.copyOf(roles);
    }

    /** The account behind the current request, with its roles. */
    public static Asker of(Caller caller) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (caller.is(role)) {
                roles.add(role);
            }
        }
        return new Asker(caller.account(), roles);
    }

    /** The owner of avatars, outside of a request: over a socket, or for work that goes on without the owner. */
    public static Asker owner(AccountId account) {
        return new Asker(account, Set.of(Role.OWNER));
    }
}
