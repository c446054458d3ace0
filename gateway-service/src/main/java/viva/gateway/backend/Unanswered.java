package viva.gateway.backend;

import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.ConnectException;

/** Tells a replica that is away from one that answered, from what became of a question. */
public final class Unanswered {
    private static final int UNAVAILABLE = 503;
    private static final int MOST_CAUSES = 16;

    private Unanswered() {}

    /**
     * Whether another replica may know the answer: this one could not be reached, broke off, stayed silent, or says itself that it
     * cannot answer right now. A full pool of this process is nothing that another replica could help with.
     */
    static boolean by(Throwable failure) {
        if (failure instanceof WebApplicationException answer) {
            return answer.getResponse().getStatus() == UNAVAILABLE;
        }
        return !isCausedBy(failure, ConnectionPoolTooBusyException.class);
    }

    /** Whether the question never left this process, so that asking somebody else cannot do anything twice. */
    static boolean neverSent(Throwable failure) {
        return isCausedBy(failure, ConnectException.class);
    }

    /** Whether the connection could not be opened or broke: behind the same address another process may be found. */
    public static boolean brokenOff(Throwable failure) {
        return isCausedBy(failure, IOException.class) || isCausedBy(failure, HttpClosedException.class);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
