package viva.gateway.token;

import java.util.Locale;

/** What a token of an owner is good for. */
public enum Audience {
    /** The public REST. */
    API,
    /** Sockets, and nothing else. */
    SOCKET;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
