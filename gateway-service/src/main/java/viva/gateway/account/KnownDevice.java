package viva.gateway.account;

import java.util.UUID;
import viva.contracts.AccountId;

/** A device from which its owner signed in to an account before. */
public record KnownDevice(AccountId account, UUID id) {}
