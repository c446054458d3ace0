package viva.gateway.account;

import io.smallrye.config.ConfigMapping;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import viva.contracts.AccountId;
import viva.platform.service.identity.Role;

/** Who runs the world besides having avatars. */
@ConfigMapping(prefix = "viva.gateway.operators")
public interface Operators {
    /** Ids of the accounts that may pause and resume the world. Ids, because a name can be taken by somebody else first. */
    Optional<Set<String>> accounts();

    /** User names that are operators; for a world where all names are handed out by hand. */
    Optional<Set<String>> usernames();

    /** The roles of an account. */
    default Set<Role> rolesOf(AccountId id, String username) {
        boolean operator = accounts().orElse(Set.of()).contains(id.toString())
                || usernames().orElse(Set.of()).stream().anyMatch(username::equalsIgnoreCase);
        return operator ? EnumSet.of(Role.OWNER, Role.OPERATOR) : EnumSet.of(Role.OWNER);
    }
}
