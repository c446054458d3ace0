package viva.gateway.client;

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

    /** The owner behind the current request. */
    public static Asker of(Caller caller) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (caller.is(role)) {
                roles.add(role);
            }
        }
        return new Asker(caller.account(), roles);
    }

    /** An owner who is not here, but whose wish is still carried out. */
    public static Asker absent(AccountId account) {
        return new Asker(account, Set.of(Role.OWNER));
    }
}
