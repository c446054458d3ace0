package viva.matchmaker.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import viva.contracts.AvatarId;

/** Keeps the best few of many. */
final class TopSlots {
    /** The worst first, so that it can be replaced. */
    private static final Comparator<Found> WORST_FIRST = Comparator.comparingDouble(Found::total)
            .thenComparing(
                    Comparator.comparing((Found found) -> found.id().toString()).reversed());

    private final int count;
    private final IntFunction<AvatarId> ids;
    private final PriorityQueue<Found> kept;

    TopSlots(int count, IntFunction<AvatarId> ids) {
        this.count = count;
        this.ids = ids;
        this.kept = new PriorityQueue<>(count, WORST_FIRST);
    }

    /** Whether something with this total might get in. */
    boolean isWorthy(double total) {
        return kept.size() < count || total >= kept.element().total();
    }

    void offer(int slot, double total) {
        kept.add(new Found(ids.apply(slot), total));
        if (kept.size() > count) {
            kept.remove();
        }
    }

    List<Found> bestFirst() {
        List<Found> found = new ArrayList<>(kept);
        found.sort(WORST_FIRST.reversed());
        return found;
    }
}
