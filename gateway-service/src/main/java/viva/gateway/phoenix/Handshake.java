package viva.gateway.phoenix;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What a client says of itself when it connects, and the rules for it that need no look at the token. */
record Handshake(String version, String queryToken, String subprotocols, String origin, String host) {
    private static final String TOKEN_PREFIX = "base64url.bearer.phx.";
    private static final int MAX_TOKEN = 4_096;

    /** Only the second version of the protocol is spoken; clients name it {@code 2.0.0}. */
    boolean speaksOurVersion() {
        return version != null && version.matches("2\\.0\\.\\d{1,3}");
    }

    /**
     * Whether the page the client runs in may connect: it was served by this host, or its origin is one of {@code allowed}. A
     * client without an origin is no browser, and cannot be made to connect behind its user's back.
     */
    boolean comesFromAllowedOrigin(List<String> allowed) {
        if (origin == null || allowed.contains(origin)) {
            return true;
        }
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }

    /** The token, from the query or from the subprotocols, whichever the client uses. */
    Optional<String> token() {
        return Optional.ofNullable(queryToken)
                .or(this::subprotocolToken)
                .filter(token -> !token.isEmpty() && token.length() <= MAX_TOKEN);
    }

    private Optional<String> subprotocolToken() {
        if (subprotocols == null) {
            return Optional.empty();
        }
        return Arrays.stream(subprotocols.split(",", -1))
                .map(String::strip)
                .filter(protocol -> protocol.startsWith(TOKEN_PREFIX))
                .findFirst()
                .flatMap(protocol -> decoded(protocol.substring(TOKEN_PREFIX.length())));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
