package viva.platform.letters;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.time.Duration;

/** Other readers of a queue. What they have in hand is seen by nobody else, and comes back behind what was read meanwhile. */
public final class OtherReaders {
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** The broker takes back what a dead connection had in hand one by one; after its own death that lasts a second or two. */
    private static final int TRIES = 50;

    private OtherReaders() {}

    /**
     * Waits until a queue has no consumer, for 5 s at most. A message of a quorum queue that was got by hand and is not acknowledged counts as a
     * consumer, too.
     *
     * @return what the queue holds now; its consumer count is above 0 when others still read it
     */
    public static AMQP.Queue.DeclareOk awaitNone(Channel channel, String queue)
            throws IOException, InterruptedException {
        AMQP.Queue.DeclareOk found = channel.queueDeclarePassive(queue);
        for (int tries = 0; found.getConsumerCount() > 0 && tries < TRIES; tries++) {
            Thread.sleep(PAUSE);
            found = channel.queueDeclarePassive(queue);
        }
        return found;
    }
}
