package viva.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this service talks to the broker. The defaults are safe; they are set here once for all services. */
@ConfigMapping(prefix = "viva.messaging")
public interface MessagingConfig {
    /** Where the broker is: {@code amqp://user:password@host:port/vhost}. */
    @WithDefault("amqp://guest:guest@127.0.0.1:5672/%2f")
    String url();

    /** How often both sides say that they are still there; a broker that is silent for twice as long is given up. */
    @WithDefault("4s")
    Duration heartbeat();

    /** How long to wait between two attempts to reach the broker. */
    @WithDefault("1s")
    Duration reconnectDelay();

    /** How long the broker may take to connect, to answer a call or to confirm a batch of messages. */
    @WithDefault("10s")
    Duration timeout();

    /** Messages a queue hands out before the first of them is acknowledged. */
    @WithDefault("100")
    int prefetch();

    /** Messages that are handled side by side for each queue; those about one avatar stay in order. */
    @WithDefault("8")
    int lanes();

    /** How long an attempt to handle a message may take; then it counts as an operating failure. */
    @WithDefault("10s")
    Duration handlingLimit();

    /** How long messages are tried again while a server is away. Then they go back, and another replica can have the queue. */
    @WithDefault("10s")
    Duration outageRetry();

    /** How often a server that is away is asked whether it is back, and the longest pause between two attempts until the queue is given up. */
    @WithDefault("1s")
    Duration probeEvery();

    /** The longest wait before a queue that was given up several times in a row is taken back. */
    @WithDefault("1m")
    Duration longestWait();

    /**
     * How long one message may meet operating failures while others are handled; then it goes to the dead letter queue. Less than the broker lets a
     * consumer keep a message (consumer_timeout).
     */
    @WithDefault("45s")
    Duration aloneLimit();

    /** Attempts to handle a message that meets a bug before it goes to the dead letter queue. */
    @WithDefault("9")
    int attempts();

    /** The pause before the second attempt; it doubles with each further one. */
    @WithDefault("100ms")
    Duration firstRetryDelay();

    /** The longest pause between two attempts. */
    @WithDefault("10s")
    Duration longestRetryDelay();

    /** Messages that may wait for the publisher; one more is refused, and its sender tries again later. */
    @WithDefault("10000")
    int publisherBacklog();
}
