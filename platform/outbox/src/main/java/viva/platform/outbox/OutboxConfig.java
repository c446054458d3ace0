package viva.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied and how long the inbox remembers. */
@ConfigMapping(prefix = "viva.outbox")
public interface OutboxConfig {
    /**
     * Messages that are published and confirmed together. Well below the 400 that RabbitMQ takes from a connection ahead of a queue that does not
     * answer (credit_flow_default_credit): with more, one such queue would hold up the connection.
     */
    @WithDefault("200")
    int batch();

    /**
     * How long a replica publishes before another may, unless it renews its lease: one that is paused is overtaken after it. A replica without a lease looks
     * once in that time for messages that nobody announced, such as those of one that was killed.
     */
    @WithDefault("2s")
    Duration lease();

    /** How long a batch waits for confirmations before the next one goes on without the destinations that are silent; less than half a lease. */
    @WithDefault("500ms")
    Duration roundLimit();

    /** After so long without a message the replica that publishes leaves that to the others; less than half a lease. */
    @WithDefault("200ms")
    Duration poll();

    /** How long to wait after a failure, such as a broker that is away. */
    @WithDefault("500ms")
    Duration retryDelay();

    /**
     * How long the inbox remembers a handled message: longer than a second delivery of it can be late. The broker and the outbox repeat one when
     * what was away is back, and a dead letter is put back by somebody who was told of it: three days are a long weekend of either.
     */
    @WithDefault("3D")
    Duration inboxRetention();
}
