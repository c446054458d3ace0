package viva.platform.servers;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the servers of one world or one test run are. The URLs hold passwords.
 *
 * @param postgres the administrator's {@code postgres://…} address
 * @param rabbitmq {@code amqp://…}
 * @param rabbitmqManagement {@code http://user:password@host:port}
 * @param redis {@code redis://…}
 */
public record ServerAddresses(URI postgres, URI rabbitmq, URI rabbitmqManagement, URI redis) {
    /** The environment variable that names a file with the addresses of the servers that tests are to use. */
    public static final String TEST_SERVERS = "VIVA_TEST_SERVERS";

    /** Writes them to {@code file}, readable for its owner only. */
    public void write(Path file) {
        Properties properties = new Properties();
        properties.setProperty("postgres", postgres.toString());
        properties.setProperty("rabbitmq", rabbitmq.toString());
        properties.setProperty("rabbitmq.management", rabbitmqManagement.toString());
        properties.setProperty("redis", redis.toString());
        try (StringWriter text = new StringWriter()) {
            properties.store(text, null);
            PrivateFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new ServerFailure("Cannot write " + file, e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static ServerAddresses read(Path file) {
        Properties properties = new Properties();
        try (var text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException e) {
            throw new ServerFailure("Cannot read the servers' addresses from " + file, e);
        }
        return new ServerAddresses(
                address(properties, "postgres", file),
                address(properties, "rabbitmq", file),
                address(properties, "rabbitmq.management", file),
                address(properties, "redis", file));
    }

    private static URI address(Properties properties, String name, Path file) {
        String text = properties.getProperty(name);
        if (text == null) {
            throw new ServerFailure("No %s in %s".formatted(name, file));
        }
        return URI.create(text);
    }
}
