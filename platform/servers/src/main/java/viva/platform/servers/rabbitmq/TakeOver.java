package viva.platform.servers.rabbitmq;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the queues of an earlier topology, and which ones of today the broker refused.
 *
 * @param moved messages that stand in the queues of today now
 * @param deleted queues of then that are gone
 * @param left queues of then that are still there, each with the reason; the next preparation goes on with them
 * @param refused queues that the broker has with other arguments than this version needs
 */
public record TakeOver(long moved, int deleted, List<String> left, List<String> refused) {
    /** There was nothing of an earlier topology. */
    static final TakeOver NOTHING = new TakeOver(0, 0, List.of());

    public TakeOver {
        left = List.copyOf(left);
        refused = List.copyOf(refused);
    }

    /** One in which nothing was refused. */
    public TakeOver(long moved, int deleted, List<String> left) {
        this(moved, deleted, left, List.of());
    }

    /** The same, with what was refused. */
    TakeOver refusing(List<String> names) {
        return new TakeOver(moved, deleted, left, names);
    }

    /** Both together. */
    TakeOver and(TakeOver other) {
        List<String> all = new ArrayList<>(left);
        all.addAll(other.left);
        return new TakeOver(moved + other.moved, deleted + other.deleted, all);
    }

    /** Sentences for an operator; none when there was nothing to do. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (moved > 0 || deleted > 0) {
            remarks.add(
                    "RabbitMQ: %d messages moved, %d queues of an earlier version deleted".formatted(moved, deleted));
        }
        left.forEach(reason -> remarks.add("RabbitMQ: " + reason + "; the next preparation goes on"));
        refused.forEach(queue ->
                remarks.add(("RabbitMQ: %s has other arguments than this version needs, so nobody consumes from it."
                                + " Empty it or save its messages, delete it (rabbitmqctl delete_queue %s), and prepare again.")
                        .formatted(queue, queue)));
        return remarks;
    }
}
