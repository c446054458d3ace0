package viva.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied and how long the inbox remembers. */
@ConfigMapping(prefix = "viva.outbox")
public interface OutboxConfig {
    /** Messages that are published and confirmed together. */
    @WithDefault("500")
    int batch();

    /** How often to look for messages that nobody announced. */
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
