package viva.gateway.account;

/**
 * What a new owner tells.
 *
 * @param displayName how the owner wants to be called, or null
 * @param locale a BCP 47 tag, or null for {@code en}
 * @param timezone an IANA name, or null for {@code UTC}
 */
public record NewAccount(
        String email, String username, String password, String displayName, String locale, String timezone) {
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
