package viva.llm.nim;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Where the model's server is. */
sealed interface NimAddress {
    /** NVIDIA's own, which answers nobody without a key. */
    String HOSTED = "integrate.api.nvidia.com";

    /**
     * An address that can be used.
     *
     * @param path with a leading slash and without a trailing one; may be empty
     */
    record At(boolean tls, String host, int port, String path) implements NimAddress {
        String of(String resource) {
            return path + "/" + resource;
        }

        boolean isHosted() {
            return host.toLowerCase(Locale.ROOT).equals(HOSTED);
        }

        @Override
        public String toString() {
            return (tls ? "https://" : "http://") + host + ":" + port + path;
        }
    }

    /** One that cannot, and one sentence that says why. It does not repeat the value, which may hold a password. */
    record Malformed(String sentence) implements NimAddress {}

    /** Reads what operators write: blanks around it and slashes at its end do not matter. */
    static NimAddress parse(String text) {
        try {
            URI uri = new URI(text.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                return new Malformed("NIM_BASE_URL must begin with http:// or https://, so no model is asked");
            }
            if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
                return new Malformed("NIM_BASE_URL must look like https://host:port/v1, so no model is asked");
            }
            boolean tls = scheme.equals("https");
            int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
            return new At(tls, uri.getHost(), port, withoutEnd(uri.getRawPath()));
        } catch (URISyntaxException notAUrl) {
            return new Malformed("NIM_BASE_URL is not a URL, so no model is asked");
        }
    }

    private static String withoutEnd(String path) {
        String trimmed = path == null ? "" : path;
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        return trimmed;
    }
}
