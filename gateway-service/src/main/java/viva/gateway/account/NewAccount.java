package viva.gateway.account;

import java.util.UUID;

/**
 * What a new owner tells.
 *
 * @param displayName how the owner wants to be called, or null
 * @param locale a BCP 47 tag, or null for {@code en}
 * @param timezone an IANA name, or null for {@code UTC}
 * @param clientId the client's own id of this wish: the same one again, with the same user name and password, means the same account; may be
 *     null
 */
public record NewAccount(
        String email,
        String username,
        String password,
        String displayName,
        String locale,
        String timezone,
        UUID clientId) {
    void check() {
        new AccountRules()
                .email(email)
                .username(username)
                .password("password", password)
                .displayName(displayName)
                .locale(locale)
                .timezone(timezone)
                .orReject();
    }

    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
