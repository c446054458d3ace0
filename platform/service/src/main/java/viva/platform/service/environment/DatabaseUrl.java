package viva.platform.service.environment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code DATABASE_URL} as the settings of both database clients: JDBC for migrations, the reactive one for everything else. */
final class DatabaseUrl {
    static final String POOL_SIZE = "quarkus.datasource.reactive.max-size";
    static final int MAX_POOL_SIZE = 500;

    private static final String DATABASE_URL = "DATABASE_URL";
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    private static final String REACTIVE_URL = "quarkus.datasource.reactive.url";

    static final EnvironmentName NAME =
            new EnvironmentName(DATABASE_URL, Set.of(JDBC_URL, REACTIVE_URL), DatabaseUrl::settings);

    private static final Set<String> SCHEMES = new TreeSet<>(Set.of("ecto", "postgres", "postgresql"));
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final int DEFAULT_PORT = 5432;

    private DatabaseUrl() {}

    static Map<String, String> settings(String text) {
        ServerUrl url = ServerUrl.parse(DATABASE_URL, text, SCHEMES);
        if (url.path().isEmpty() || url.path().contains("/")) {
            throw new Malformed(DATABASE_URL, "must end with the name of one database: …host:port/name");
        }
        String place = url.host() + ":" + (url.port() < 0 ? DEFAULT_PORT : url.port()) + "/" + encoded(url.path());
        Map<String, String> settings = new TreeMap<>();
        String query = "";
        for (Map.Entry<String, String> option : url.options().entrySet()) {
            switch (option.getKey()) {
                case "sslmode" -> query = "?sslmode=" + sslMode(option.getValue());
                case "ssl" -> query = "true".equals(option.getValue()) ? "?sslmode=require" : "";
                case "pool_size" ->
                    settings.put(
                            POOL_SIZE,
                            WholeNumber.in(DATABASE_URL + "'s pool_size", option.getValue(), 1, MAX_POOL_SIZE));
                default ->
                    throw new Malformed(
                            DATABASE_URL,
                            "has the unknown option " + option.getKey() + " (known: ssl, sslmode, pool_size)");
            }
        }
        settings.put(JDBC_URL, "jdbc:postgresql://" + place + query);
        settings.put(REACTIVE_URL, "postgresql://" + place + query);
        if (url.user() != null) {
            settings.put("quarkus.datasource.username", url.user());
        }
        if (url.password() != null) {
            settings.put("quarkus.datasource.password", url.password());
        }
        return settings;
    }

    private static String sslMode(String mode) {
        if (!SSL_MODES.contains(mode)) {
            throw new Malformed(
                    DATABASE_URL,
                    "has an unknown sslmode (known: " + String.join(", ", new TreeSet<>(SSL_MODES)) + ")");
        }
        return mode;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
