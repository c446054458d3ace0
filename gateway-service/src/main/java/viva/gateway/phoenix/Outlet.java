package viva.gateway.phoenix;

/** Where pushes to a channel go. May be called from any thread; what comes after the channel was left is dropped. */
@FunctionalInterface
public interface Outlet {
    void push(Push push);

    /** Ends the channel: the client is told that it is closed, and does not join again by itself. */
    default void close() {}
}
