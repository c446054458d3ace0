package viva.gateway.account;

import viva.platform.service.problem.Rejected;

/**
 * What an owner changes; null fields stay.
 *
 * @param email takes the place of a confirmed one only when the code comes back that is sent there
 * @param password the new one
 * @param currentPassword must come with a new password or e-mail address
 */
public record AccountChange(
        String email,
        String username,
        String password,
        String currentPassword,
        String displayName,
        String locale,
        String timezone) {
    /** Fails with a {@link Rejected} that names every broken rule. */
    public void check() {
        AccountRules rules =
                new AccountRules().displayName(displayName).locale(locale).timezone(timezone);
        if (email != null) {
            rules.email(email);
        }
        if (username != null) {
            rules.username(username);
        }
        if (password != null) {
            rules.password("password", password);
        }
        rules.orReject();
        if (needsPassword() && currentPassword == null) {
            throw Rejected.invalid("current_password", "is required to change the password or the e-mail address");
        }
    }

    /** Whether the current password must be right. */
    public boolean needsPassword() {
        return password != null || email != null;
    }

    /** Without the passwords, which have no place in a log. */
    @Override
    public String toString() {
        return "AccountChange[" + username + "]";
    }
}
