package viva.gateway.session;

import java.time.Instant;
import java.util.UUID;
import viva.contracts.AccountId;

/**
 * A session that has not ended.
 *
 * @param generation which sessions of the account it belongs to: a change of the password begins the next generation
 * @param until when it ends at the latest
 */
public record Session(UUID id, AccountId account, int generation, Instant until) {}
