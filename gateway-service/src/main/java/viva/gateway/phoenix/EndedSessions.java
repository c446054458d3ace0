package viva.gateway.phoenix;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/**
 * Closes the sockets of sessions that have ended. It looks at all of them again and again instead of waiting to be told, so one that
 * opens while its session ends is found by the next look.
 */
@Singleton
class EndedSessions {
    private final OpenSockets sockets;
    private final SocketCredentials credentials;

    EndedSessions(OpenSockets sockets, SocketCredentials credentials) {
        this.sockets = sockets;
        this.credentials = credentials;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void close() {
        sockets.closeUnless(credentials::holds);
    }
}
