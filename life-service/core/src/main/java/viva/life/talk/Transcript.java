package viva.life.talk;

import java.util.ArrayList;
import java.util.List;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;

/** The turns of a conversation so far, the host's first. */
final class Transcript {
    private final List<Turn> turns = new ArrayList<>(Script.MOST_TURNS);

    void add(Turn turn) {
        turns.add(turn);
    }

    int turns() {
        return turns.size();
    }

    List<DialogueAct> acts() {
        return turns.stream().map(Turn::act).toList();
    }

    List<TalkTopic> topics() {
        return turns.stream().map(Turn::topic).toList();
    }

    /** What was just said; there is at least one turn. */
    Turn last() {
        return turns.getLast();
    }

    boolean lastIs(DialogueAct... any) {
        return !turns.isEmpty() && isAny(turns.getLast().act(), any);
    }

    /** Whether the one whose turn it is did one of these in its last turn. */
    boolean ownLastWas(DialogueAct... any) {
        return turns.size() >= 2 && isAny(turns.get(turns.size() - 2).act(), any);
    }

    private static boolean isAny(DialogueAct act, DialogueAct... any) {
        for (DialogueAct one : any) {
            if (act == one) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one whose turn it is has asked about a topic. */
    boolean hasAsked(TalkTopic topic) {
        return asks(turns.size() % 2, topic);
    }

    /** Whether the one whose turn it is has told something about a topic. */
    boolean hasTold(TalkTopic topic) {
        return tells(turns.size() % 2, topic);
    }

    /** Whether the other one has told something about a topic. */
    boolean hasHeard(TalkTopic topic) {
        return tells((turns.size() + 1) % 2, topic);
    }

    /** Whether the other one asked about a topic. */
    boolean wasAsked(TalkTopic topic) {
        return asks((turns.size() + 1) % 2, topic);
    }

    private boolean tells(int parity, TalkTopic topic) {
        for (int index = parity; index < turns.size(); index += 2) {
            Turn turn = turns.get(index);
            if (turn.topic() == topic && turn.tells()) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(int parity, TalkTopic topic) {
        for (int index = parity; index < turns.size(); index += 2) {
            Turn turn = turns.get(index);
            if (turn.topic() == topic && turn.act() == DialogueAct.ASK) {
                return true;
            }
        }
        return false;
    }

    /** No act comes three times in a row (life-model section 7). */
    boolean isWornOut(DialogueAct act) {
        return turns.size() >= 2
                && turns.getLast().act() == act
                && turns.get(turns.size() - 2).act() == act;
    }

    /** In (0, 1]: what the speaker did in its last turn, and often before, attracts less. */
    double freshness(DialogueAct act) {
        if (act == DialogueAct.GOODBYE) {
            return 1;
        }
        int before = 0;
        for (Turn turn : turns) {
            before += turn.act() == act ? 1 : 0;
        }
        return (ownLastWas(act) ? .4 : 1) / (1 + .4 * before);
    }
}
