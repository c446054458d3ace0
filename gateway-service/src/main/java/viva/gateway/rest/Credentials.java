package viva.gateway.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an owner signs in with.
 *
 * @param login an e-mail address or a user name
 */
record Credentials(
        @NotNull(message = "is required") @Size(min = 1, max = 254, message = "must have 1 to 254 characters")
        String login,

        @NotNull(message = "is required") @Size(max = 200, message = "must have at most 200 characters")
        String password) {
    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "Credentials[" + login + "]";
    }
}
