package viva.gateway.rest;

import viva.gateway.account.AccountView;

/** The answer to opening an account and to signing in: the account and its tokens. */
record SignedIn(AccountView account, String accessToken, String refreshToken, String tokenType, long expiresIn) {
    static SignedIn of(AccountView account, Tokens tokens) {
        return new SignedIn(
                account, tokens.accessToken(), tokens.refreshToken(), tokens.tokenType(), tokens.expiresIn());
    }
}
