package viva.gateway.signin;

import viva.gateway.account.AccountView;

/**
 * The answer to opening an account and to signing in: the account and its tokens.
 *
 * @param deviceToken what this device shows the next time that somebody signs in on it; it opens nothing, and is worth keeping after a
 *     session ends
 */
public record SignedIn(
        AccountView account,
        String accessToken,
        String refreshToken,
        String tokenType,
        long expiresIn,
        String deviceToken) {
    static SignedIn of(AccountView account, Tokens tokens, String deviceToken) {
        return new SignedIn(
                account,
                tokens.accessToken(),
                tokens.refreshToken(),
                tokens.tokenType(),
                tokens.expiresIn(),
                deviceToken);
    }
}
