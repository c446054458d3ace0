package viva.gateway.phoenix;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The limits of sockets. */
@ConfigMapping(prefix = "viva.gateway.socket")
public interface SocketConfig {
    /** Sockets on this gateway; one more is refused with 503. */
    @WithDefault("20000")
    int connections();

    /** Sockets of one account on this gateway; one more is refused with 429. */
    @WithDefault("100")
    int connectionsPerAccount();

    /** Sockets from one network, which is an IPv4 address or the first 64 bits of an IPv6 address; one more is refused with 429. */
    @WithDefault("2000")
    int connectionsPerNetwork();

    /**
     * Bytes that all sockets together may make this gateway hold: unread answers, parts of messages, and frames that wait. Beyond it
     * the fullest socket of the account that holds most is closed.
     */
    @WithDefault("67108864")
    long heldBytes();

    /** Bytes of these that the sockets of one account may hold; beyond it the fullest of them is closed. */
    @WithDefault("8388608")
    long heldBytesPerAccount();

    /**
     * Origins besides the gateway's own that web pages may connect from, such as {@code https://app.example.org}. Clients that
     * are no browsers send no origin and need not be named.
     */
    Optional<List<String>> allowedOrigins();

    /** Topics joined on one socket. */
    @WithDefault("100")
    int topics();

    /** Bytes of one frame of a client; a longer one closes the socket with 1009. */
    @WithDefault("65536")
    int frameBytes();

    /** Frames of one socket that may wait for earlier ones; one more closes it with 1008. */
    @WithDefault("256")
    int waitingFrames();

    /** Frames a client may send per second, over time. Beyond it they are refused; far beyond, the socket is closed with 1008. */
    @WithDefault("100")
    int framesPerSecond();

    /** Frames a client may send at once. */
    @WithDefault("400")
    int frameBurst();

    /** Characters that may wait to be written to one socket; a client that reads slower is closed with 1013. */
    @WithDefault("1048576")
    int unsentCharacters();

    /** How long a join or an event may take, less than the 10 seconds after which Phoenix clients give up waiting. */
    @WithDefault("8s")
    Duration handlerTimeout();

    /** How long a client may be silent; clients send a heartbeat every 30 seconds. */
    @WithDefault("60s")
    Duration silence();

    /** How long a client may take to close its side before the connection is cut. */
    @WithDefault("5s")
    Duration closing();
}
