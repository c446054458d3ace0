package viva.gateway.account;

import java.util.OptionalInt;

/**
 * An account after a change.
 *
 * @param generation which sessions hold from now on, when the change ended the others
 */
public record Changed(AccountView account, OptionalInt generation) {}
