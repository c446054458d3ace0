package viva.platform.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A private server of this machine: it listens on 127.0.0.1 only and keeps everything it has in its own folder. Starting
 * first stops what an earlier owner of the same folder left running; the data stays.
 */
public interface LocalServer extends AutoCloseable {
    /** The server's name for people, such as {@code PostgreSQL}. */
    String name();

    /**
     * Starts the server and returns when it answers.
     *
     * @throws ServerFailure when it does not come up; the message names its log
     */
    void start();

    /** Stops whatever runs on this folder and deletes the data; unpacked programs and the password stay. */
    void wipe();

    /** Whether its process lives. */
    boolean isRunning();

    /** The process id, for people and for tests that kill it. */
    long pid();

    /** The ids of all processes it consists of, for a test JVM that kills them at its end. */
    default List<Long> processes() {
        return List.of(pid());
    }

    /** Its address with credentials; a secret. */
    URI url();

    /** Where it writes its log. */
    Path log();

    /** Stops the server in order and returns when it is gone; stopping twice does nothing. */
    @Override
    void close();
}
