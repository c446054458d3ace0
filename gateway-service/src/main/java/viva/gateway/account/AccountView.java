package viva.gateway.account;

import java.time.Instant;
import viva.contracts.AccountId;

/**
 * What an owner sees of their account.
 *
 * @param emailConfirmed whether a code that was sent to the address came back; until then nobody signs in with it
 * @param pendingEmail the address that a code was sent to which has not come back, or null
 * @param displayName null when the owner gave none
 * @param locale a BCP 47 tag
 * @param timezone an IANA name
 */
public record AccountView(
        AccountId id,
        String email,
        boolean emailConfirmed,
        String pendingEmail,
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
                account.emailConfirmedAt != null,
                account.pendingEmail,
                account.username,
                account.displayName,
                account.locale,
                account.timezone,
                account.createdAt,
                account.updatedAt);
    }
}
