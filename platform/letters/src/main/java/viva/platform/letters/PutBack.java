package viva.platform.letters;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts letters back in the order they came in. RabbitMQ 3.10 keeps the order of at most 32 messages that one command returns (Erlang's
 * maps are sorted up to that size), and makes one command of all that its channel has not sent yet when 32 are under way; so few are
 * returned at a time, and waited for.
 */
public final class PutBack {
    private static final int AT_ONCE = 32;

    /** Nacks before the queue is asked whether it has the letters. */
    private static final int UNDER_WAY = 16;

    /** As a delivery tag: whatever is not settled yet. There is something when a walk was broken off. */
    private static final long EVERYTHING = 0;

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int TRIES = 100;

    private final Channel channel;
    private final String queue;
    private final List<Group> groups = new ArrayList<>();
    private int sinceLast;
    private long last;

    /** @param upTo the tag of the last of these letters */
    private record Group(long upTo, int letters) {}

    /** Letters of one queue, which its consumers on this channel have in hand. */
    public PutBack(Channel channel, String queue) {
        this.channel = channel;
        this.queue = queue;
    }

    /** Notes a letter that stays, in the order of delivery. */
    public void later(long tag) {
        last = tag;
        sinceLast++;
        if (sinceLast == AT_ONCE) {
            endGroup();
        }
    }

    /** What comes next belongs to another consumer: letters of two in one nack would change places. */
    public void nextConsumer() {
        if (sinceLast > 0) {
            endGroup();
        }
    }

    private void endGroup() {
        groups.add(new Group(last, sinceLast));
        sinceLast = 0;
    }

    /** Puts all of them back, and returns when the queue counts them. Every other letter must be settled, or is put back, too. */
    public void all() throws IOException, InterruptedException {
        nextConsumer();
        long expected = groups.isEmpty() ? 0 : channel.messageCount(queue);
        for (int n = 0; n < groups.size(); n++) {
            channel.basicNack(groups.get(n).upTo(), true, true);
            expected += groups.get(n).letters();
            if ((n + 1) % UNDER_WAY == 0 || n + 1 == groups.size()) {
                await(expected);
            }
        }
        channel.basicNack(EVERYTHING, true, true);
    }

    /** That the letters are in order, and seen by the next look, is worth a second, not more. */
    private void await(long count) throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES && channel.messageCount(queue) < count; tries++) {
            Thread.sleep(PAUSE);
        }
    }
}
