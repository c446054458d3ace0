package viva.gateway.channel;

import java.time.Instant;
import viva.contracts.AccountId;

/** Whose socket it is, and until when the token that opened it holds. */
public record SocketOwner(AccountId account, Instant expiresAt) {}
