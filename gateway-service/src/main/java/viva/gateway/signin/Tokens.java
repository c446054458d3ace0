package viva.gateway.signin;

import viva.gateway.session.Sessions.Opened;
import viva.gateway.token.TokenMint.Token;

/**
 * What a client needs to act for its owner.
 *
 * @param expiresIn seconds until the access token expires; the refresh token then brings the next pair, once
 */
public record Tokens(String accessToken, String refreshToken, String tokenType, long expiresIn) {
    static Tokens of(Token access, Opened session) {
        return new Tokens(access.text(), session.refreshToken(), "Bearer", access.expiresIn());
    }
}
