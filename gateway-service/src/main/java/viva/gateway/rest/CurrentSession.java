package viva.gateway.rest;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.inject.Singleton;
import java.util.UUID;
import viva.platform.service.identity.Caller;

/** The session that the current request's access token belongs to. */
@Singleton
class CurrentSession {
    private final Caller caller;

    CurrentSession(Caller caller) {
        this.caller = caller;
    }

    UUID id() {
        try {
            return UUID.fromString(caller.token().<String>getClaim("sid"));
        } catch (IllegalArgumentException | NullPointerException none) {
            throw new AuthenticationFailedException("the token belongs to no session", none);
        }
    }
}
