package viva.life.folding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import viva.contracts.WorldTime;
import viva.life.mind.Mind;
import viva.life.mind.Snapshot;

/** A life that is lived once along some rising instants and read at each of them, while its journal comes page by page. */
public final class Along {
    private final Folding folding;
    private final List<WorldTime> instants;
    private final List<Snapshot> snapshots;
    private final Deque<JournalEntry> waiting = new ArrayDeque<>();
    private Mind mind;

    /**
     * @param mind from before the first instant; null when a birth is the first entry
     * @param instants rising, none before the birth
     */
    public Along(Folding folding, Mind mind, List<WorldTime> instants) {
        this.folding = folding;
        this.mind = mind;
        this.instants = List.copyOf(instants);
        this.snapshots = new ArrayList<>(instants.size());
    }

    /**
     * Goes on with what came next.
     *
     * @param entries in their order
     * @param last whether nothing more is to come up to the last instant; then the first entry after that is among them, if there is one
     * @throws BrokenHistoryException when an entry does not lead where it says
     */
    public void goOn(List<JournalEntry> entries, boolean last) {
        waiting.addAll(entries);
        while (snapshots.size() < instants.size()) {
            WorldTime instant = instants.get(snapshots.size());
            while (!waiting.isEmpty() && waiting.peek().at().compareTo(instant) <= 0) {
                mind = folding.after(mind, waiting.poll());
            }
            if (waiting.isEmpty() && !last) {
                return;
            }
            mind = folding.lived(mind, instant, waiting.peek());
            snapshots.add(folding.readAt(mind, instant, waiting.peek()));
        }
    }

    /** One for each instant, once the last page came. */
    public List<Snapshot> snapshots() {
        return List.copyOf(snapshots);
    }
}
