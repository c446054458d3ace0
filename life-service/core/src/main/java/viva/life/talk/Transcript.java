package viva.life.talk;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.DialogueAct;

/** The acts of a conversation so far, the host's first. */
final class Transcript {
    private final List<DialogueAct> acts = new ArrayList<>(Script.MOST_TURNS);

    void add(DialogueAct act) {
        acts.add(act);
    }

    int turns() {
        return acts.size();
    }

    List<DialogueAct> acts() {
        return List.copyOf(acts);
    }

    boolean lastIs(DialogueAct... any) {
        return !acts.isEmpty() && List.of(any).contains(acts.getLast());
    }

    /** Whether the one whose turn it is did one of these in its last turn. */
    boolean ownLastWas(DialogueAct... any) {
        return acts.size() >= 2 && List.of(any).contains(acts.get(acts.size() - 2));
    }

    /** No act comes three times in a row (life-model section 7). */
    boolean isWornOut(DialogueAct act) {
        return acts.size() >= 2 && acts.getLast() == act && acts.get(acts.size() - 2) == act;
    }

    /** In (0, 1]: what the speaker did in its last turn, and often before, attracts less. */
    double freshness(DialogueAct act) {
        if (act == DialogueAct.GOODBYE) {
            return 1;
        }
        long before = acts.stream().filter(done -> done == act).count();
        return (ownLastWas(act) ? .4 : 1) / (1 + .4 * before);
    }
}
