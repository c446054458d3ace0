package viva.platform.service.environment;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The address of a server with a login, as environments give it: {@code scheme://user:password@host:port/path?options}, with user
 * and password percent-encoded.
 *
 * @param user null when there is none
 * @param password null when there is none
 * @param port -1 when there is none
 * @param path decoded, without its leading slash
 */
record ServerUrl(
        String scheme, String user, String password, String host, int port, String path, Map<String, String> options) {

    static ServerUrl parse(String name, String text, Set<String> schemes) {
        URI uri = uri(name, text);
        if (uri.getScheme() == null || !schemes.contains(uri.getScheme())) {
            throw new Malformed(name, "must begin with " + String.join(":// or ", schemes) + "://");
        }
        if (uri.getHost() == null) {
            throw new Malformed(
                    name,
                    "must look like " + uri.getScheme()
                            + "://user:password@host:port/name, with special characters percent-encoded");
        }
        String login = uri.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        return new ServerUrl(
                uri.getScheme(),
                login == null ? null : decoded(name, colon < 0 ? login : login.substring(0, colon)),
                colon < 0 ? null : decoded(name, login.substring(colon + 1)),
                uri.getHost(),
                uri.getPort(),
                uri.getRawPath() == null || uri.getRawPath().isEmpty()
                        ? ""
                        : decoded(name, uri.getRawPath().substring(1)),
                options(name, uri.getRawQuery()));
    }

    private static URI uri(String name, String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException notAUri) {
            throw new Malformed(name, "is not a URL (are special characters in the password percent-encoded?)");
        }
    }

    private static Map<String, String> options(String name, String query) {
        Map<String, String> options = new LinkedHashMap<>();
        if (query != null) {
            for (String option : query.split("&", -1)) {
                int equals = option.indexOf('=');
                if (equals < 1) {
                    throw new Malformed(name, "has an option without a value");
                }
                options.put(option.substring(0, equals), decoded(name, option.substring(equals + 1)));
            }
        }
        return options;
    }

    /** A plus sign is itself here, unlike in a form. */
    private static String decoded(String name, String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw new Malformed(name, "has a percent sign that begins no escape");
        }
    }
}
