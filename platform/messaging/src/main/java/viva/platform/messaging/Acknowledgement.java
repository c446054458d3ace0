package viva.platform.messaging;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * Tells the broker what became of one message. An acknowledgement on a connection that is gone means nothing: the broker hands the
 * message out again.
 */
final class Acknowledgement {
    private static final Logger LOG = Logger.getLogger(Acknowledgement.class);

    private final BrokerLink link;
    private final Channel channel;
    private final long tag;

    Acknowledgement(BrokerLink link, Channel channel, long tag) {
        this.link = link;
        this.channel = channel;
        this.tag = tag;
    }

    void ack() {
        settle(() -> channel.basicAck(tag, false));
    }

    void reject() {
        settle(() -> channel.basicReject(tag, false));
    }

    private void settle(BrokerLink.Call call) {
        link.onThread(() -> {
                    try {
                        call.run();
                    } catch (IOException | ShutdownSignalException e) {
                        LOG.debugf("an acknowledgement came too late: %s", e.getMessage());
                    }
                })
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("an acknowledgement came too late: %s", failure.getMessage()));
    }
}
