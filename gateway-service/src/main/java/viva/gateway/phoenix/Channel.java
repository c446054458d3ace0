package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;

/** One joined topic of one socket. Its methods are called one after the other, on the socket's event loop. */
public interface Channel {
    /** The client has the answer to its join: pushes may begin. */
    default void opened() {}

    /** Handles an event. A failure counts as a bug: the client gets {@code phx_error} and joins again. */
    Uni<Answer> handle(String event, ObjectNode payload);

    /** The client left or is gone: pushes end. Called exactly once for every channel that was granted. */
    default void left() {}
}
