package viva.gateway.session;

import java.util.UUID;
import viva.contracts.AccountId;

/**
 * What a token says of the session that it was given to.
 *
 * @param generation the session's when the token was signed
 */
public record Access(AccountId account, UUID session, int generation) {}
