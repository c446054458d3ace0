package viva.gateway.account;

import java.time.Instant;
import viva.contracts.AccountId;

/**
 * What an owner sees of their account.
 *
 * @param displayName null when the owner gave none
 * @param locale a BCP 47 tag
 * @param timezone an IANA name
 */
public record AccountView(
        AccountId id,
        String email,
        String username,
        String displayName,
        String locale,
        String timezone,
        Instant createdAt,
        Instant updatedAt) {
    static AccountView of(Account account) {
        return new AccountView(
                account.accountId(),
                account.email,
                account.username,
                account.displayName,
                account.locale,
                account.timezone,
                account.createdAt,
                account.updatedAt);
    }
}
