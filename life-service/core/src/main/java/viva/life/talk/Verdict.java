package viva.life.talk;

import java.util.List;
import java.util.Locale;
import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.life.chance.Chance;
import viva.life.chance.Purpose;
import viva.life.tie.Tie;

/** What two decided about themselves in a conversation. */
enum Verdict {
    NONE,
    YES_TO_DATING,
    NO_TO_DATING,
    BREAK_UP;

    /** A couple breaks up over a quarrel when trust or affection is below this; ours. */
    private static final double WORN = .3;

    private static final double QUARREL = .3;

    /** Lower snake case; null for {@link #NONE}. */
    String label() {
        return this == NONE ? null : name().toLowerCase(Locale.ROOT);
    }

    static Verdict of(List<DialogueAct> acts, Party host, Party guest, Impact impact, Chance chance) {
        double luck = chance.uniform(0, Purpose.VERDICT);
        BondStatus status = host.tie().status();
        if (status == BondStatus.MUTUAL_CRUSH && guest.tie().status() == status && acts.contains(DialogueAct.INVITE)) {
            return answer(acts, acts.indexOf(DialogueAct.INVITE) + 1);
        }
        boolean couple = status.isCouple();
        boolean worn = isWorn(host.tie()) || isWorn(guest.tie());
        return couple && worn && impact.conflict() >= QUARREL && luck < .5 ? BREAK_UP : NONE;
    }

    private static Verdict answer(List<DialogueAct> acts, int turn) {
        if (turn == acts.size()) {
            return NONE;
        }
        return acts.get(turn) == DialogueAct.ACCEPT ? YES_TO_DATING : NO_TO_DATING;
    }

    private static boolean isWorn(Tie tie) {
        return tie.trust() < WORN || tie.affection() < WORN;
    }
}
