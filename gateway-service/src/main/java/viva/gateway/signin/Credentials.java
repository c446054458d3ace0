package viva.gateway.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What an owner signs in with.
 *
 * @param login a confirmed e-mail address or a user name
 * @param deviceToken what this device was given when somebody signed in on it, or null; one that is not good is as none
 */
public record Credentials(
        @NotNull(message = "is required") @Size(min = 1, max = 254, message = "must have 1 to 254 characters")
        String login,

        @NotNull(message = "is required") @Size(max = 200, message = "must have at most 200 characters")
        String password,

        String deviceToken) {
    /** Without the password, which has no place in a log. */
    @Override
    public String toString() {
        return "Credentials[" + login + "]";
    }
}
