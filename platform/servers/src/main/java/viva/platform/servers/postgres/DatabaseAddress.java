package viva.platform.servers.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL database with the role to use there.
 *
 * @param options what stands behind the question mark, such as {@code sslmode=require}; mostly empty
 */
public record DatabaseAddress(String host, int port, String database, String user, String password, String options) {
    private static final Set<String> SCHEMES = Set.of("postgres", "postgresql", "ecto");
    private static final String SSL_MODE = "sslmode=";
    private static final int USUAL_PORT = 5432;

    /**
     * Reads {@code postgres://user:password@host:port/database}; the schemes {@code postgresql} and {@code ecto} mean the
     * same.
     *
     * @throws IllegalArgumentException when {@code url} is none; the message does not repeat it, as it holds a password
     */
    public static DatabaseAddress of(String url) {
        URI uri = parse(url);
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (!SCHEMES.contains(uri.getScheme()) || uri.getHost() == null || login.length != 2 || path.length() < 2) {
            throw notAnAddress();
        }
        return new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                path.substring(1),
                URLDecoder.decode(login[0], StandardCharsets.UTF_8),
                URLDecoder.decode(login[1], StandardCharsets.UTF_8),
                uri.getQuery() == null ? "" : uri.getQuery());
    }

    /** The same server and database for another role. */
    public DatabaseAddress as(String otherUser, String otherPassword) {
        return new DatabaseAddress(host, port, database, otherUser, otherPassword, options);
    }

    /** Another database of the same server for the same role. */
    public DatabaseAddress in(String otherDatabase) {
        return new DatabaseAddress(host, port, otherDatabase, user, password, options);
    }

    /** {@code postgres://…} with the password: a secret. */
    public URI url() {
        String place = "postgres://%s:%s@%s:%d/%s".formatted(encode(user), encode(password), host, port, database);
        return URI.create(options.isEmpty() ? place : place + "?" + options);
    }

    /** {@code jdbc:postgresql://host:port/database}, without the login. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /** {@code postgresql://host:port/database}, without the login; for the reactive client. */
    public String reactiveUrl() {
        return "postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /** Unpooled connections. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        Stream.of(options.split("&", -1))
                .filter(option -> option.startsWith(SSL_MODE))
                .forEach(option -> source.setSslMode(option.substring(SSL_MODE.length())));
        return source;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "postgres://%s@%s:%d/%s".formatted(user, host, port, database);
    }

    private static URI parse(String url) {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
    }

    private static IllegalArgumentException notAnAddress() {
        return new IllegalArgumentException("must look like postgres://user:password@host:5432/database");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
