package viva.platform.servers;

import java.net.URI;
import java.nio.file.Path;

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

    /** Whether its process lives. */
    boolean isRunning();

    /** The process id, for people and for tests that kill it. */
    long pid();

    /** Its address with credentials; a secret. */
    URI url();

    /** Where it writes its log. */
    Path log();

    /** Stops the server in order and returns when it is gone; stopping twice does nothing. */
    @Override
    void close();
}
