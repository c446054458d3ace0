package viva.gateway.channel;

import java.util.function.Function;
import java.util.function.Predicate;
import viva.contracts.message.AnswerDeltaV1;
import viva.contracts.message.ConversationMessageV1;
import viva.gateway.phoenix.Outlet;
import viva.gateway.phoenix.Push;
import viva.gateway.timeline.Entry;

/** One channel that follows a timeline, and how far it has come. Belongs to its {@link Feed}'s thread, once it was added;
 * others may look how far it has come. */
final class Watcher {
    private final String topic;
    private final Outlet outlet;
    private final Predicate<Entry> wanted;
    private final DeltaGate deltas = new DeltaGate();
    private volatile long seq;

    /**
     * @param topic what its pushes are addressed to
     * @param seq the last entry it needs no more
     * @param wanted tells the entries it is to be told of; it moves past the others in silence
     */
    Watcher(String topic, Outlet outlet, long seq, Predicate<Entry> wanted) {
        this.topic = topic;
        this.outlet = outlet;
        this.seq = seq;
        this.wanted = wanted;
    }

    long seq() {
        return seq;
    }

    /** Whether it shows the avatar itself, and not only one of its conversations. */
    boolean isOn(String avatarTopic) {
        return topic.equals(avatarTopic);
    }

    /** Whether the entry is still to come for it. */
    boolean isBefore(Entry entry) {
        return seq < entry.seq();
    }

    /** Moves past an entry; {@code pushes} gives the push for a topic, or null when it is nothing for owners. */
    void pass(Entry entry, Function<String, Push> pushes) {
        seq = entry.seq();
        if (entry.event() instanceof ConversationMessageV1 said && said.inReplyTo() != null) {
            deltas.close(said.inReplyTo());
        }
        if (wanted.test(entry)) {
            Push push = pushes.apply(topic);
            if (push != null) {
                outlet.push(push);
            }
        }
    }

    /** Whether it may be shown this part of an answer. */
    boolean admits(AnswerDeltaV1 delta) {
        return deltas.admits(delta.inReplyTo(), delta.index());
    }

    /** What it shows is gone. */
    void end() {
        outlet.close();
    }

    /** Tells it of something that is on no timeline. */
    void tell(Push push) {
        outlet.push(push);
    }
}
