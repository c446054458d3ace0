package viva.gateway.live;

import java.util.function.Predicate;
import viva.gateway.channel.Outlet;
import viva.gateway.channel.Push;
import viva.gateway.timeline.Entry;

/** One channel that follows a timeline, and how far it has come. Belongs to its {@link Feed}'s thread, once it was added;
 * others may look how far it has come. */
final class Watcher {
    private final Outlet outlet;
    private final Predicate<Entry> wanted;
    private volatile long seq;

    /**
     * @param seq the last entry it needs no more
     * @param wanted tells the entries it is to be told of; it moves past the others in silence
     */
    Watcher(Outlet outlet, long seq, Predicate<Entry> wanted) {
        this.outlet = outlet;
        this.seq = seq;
        this.wanted = wanted;
    }

    long seq() {
        return seq;
    }

    /** Whether the entry is still to come for it. */
    boolean isBefore(Entry entry) {
        return seq < entry.seq();
    }

    /** Moves past an entry; {@code push} is null when it is nothing for owners. */
    void pass(Entry entry, Push push) {
        seq = entry.seq();
        if (push != null && wanted.test(entry)) {
            outlet.push(push);
        }
    }

    /** Tells it of something that is on no timeline. */
    void tell(Push push) {
        outlet.push(push);
    }
}
