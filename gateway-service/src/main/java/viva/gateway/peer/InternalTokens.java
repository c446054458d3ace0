package viva.gateway.peer;

import viva.contracts.AccountId;

/** Signs the short-lived tokens that the gateway shows to other services. */
public interface InternalTokens {
    /** A token that lets the gateway ask {@code audience} (a service's short name) on behalf of an account, for a minute. */
    String sign(String audience, AccountId account);
}
