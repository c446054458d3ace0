package viva.platform.letters;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeoutException;

/**
 * Publishes letters to the queues that they died in, each by that queue's name through {@link DeadLetters#REPLAY}, and says which ones
 * the broker has confirmed there.
 */
final class Replays {
    private final Channel channel;
    private final Duration timeout;
    private final NavigableMap<Long, Long> unconfirmed = new ConcurrentSkipListMap<>();
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> leadNowhere = ConcurrentHashMap.newKeySet();

    /** On a channel of its own: one that the broker closes takes no letters in hand with it. */
    Replays(Connection connection, Duration timeout) throws IOException {
        this.channel = connection.createChannel();
        this.timeout = timeout;
        channel.confirmSelect();
        channel.addReturnListener(message -> leadNowhere.add(message.getRoutingKey()));
        channel.addConfirmListener(this::confirmed, (number, multiple) -> {
            refused.addAll(upTo(number, multiple).values());
            confirmed(number, multiple);
        });
    }

    /**
     * What became of a round.
     *
     * @param confirmed delivery tags of letters that are in their queues
     * @param reasons why others are not
     */
    record Round(List<Long> confirmed, Set<String> reasons) {}

    /**
     * Publishes some letters.
     *
     * @throws TimeoutException when the broker does not say what became of them; they may be in their queues all the same
     */
    Round send(List<Delivery> letters) throws IOException, InterruptedException, TimeoutException {
        for (Delivery letter : letters) {
            unconfirmed.put(channel.getNextPublishSeqNo(), letter.getEnvelope().getDeliveryTag());
            channel.basicPublish(
                    DeadLetters.REPLAY,
                    LetterReader.queue(letter),
                    true,
                    LetterReader.replayed(letter),
                    letter.getBody());
        }
        channel.waitForConfirms(timeout.toMillis());
        List<Long> confirmed = new ArrayList<>();
        Set<String> reasons = new HashSet<>();
        for (Delivery letter : letters) {
            String queue = LetterReader.queue(letter);
            if (leadNowhere.contains(queue)) {
                reasons.add("there is no queue " + queue);
            } else if (refused.contains(letter.getEnvelope().getDeliveryTag())) {
                reasons.add(queue + " takes no messages: it is full, or has no leader");
            } else {
                confirmed.add(letter.getEnvelope().getDeliveryTag());
            }
        }
        return new Round(confirmed, reasons);
    }

    private void confirmed(long number, boolean multiple) {
        upTo(number, multiple).clear();
    }

    private NavigableMap<Long, Long> upTo(long number, boolean multiple) {
        return unconfirmed.subMap(multiple ? Long.MIN_VALUE : number, true, number, true);
    }
}
