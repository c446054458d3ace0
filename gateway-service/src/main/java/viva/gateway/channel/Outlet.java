package viva.gateway.channel;

/** Where pushes to a channel go. May be called from any thread; what comes after the channel was left is dropped. */
@FunctionalInterface
public interface Outlet {
    void push(Push push);
}
