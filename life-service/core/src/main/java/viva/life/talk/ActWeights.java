package viva.life.talk;

import viva.contracts.DialogueAct;

/**
 * How likely each act is in a turn: by what was just said, who speaks, how it feels, what the two are to each other, and how long they have
 * talked. What calls for an answer gets one (adjacency pairs, Schegloff and Sacks 1973): {@link Replies}; where nothing is called for, the
 * speaker does what it feels like: {@link Initiatives}.
 */
final class ActWeights {
    /** From this turn on nothing is begun that the other would have to answer: the last two turns are for goodbyes. */
    static final int CLOSING = Script.MOST_TURNS - 3;

    private ActWeights() {}

    /** The act that is drawn with {@code luck} in [0, 1). */
    static DialogueAct drawn(Moment moment, double luck) {
        Odds wanted = wanted(moment);
        Odds possible = new Odds();
        for (DialogueAct act : DialogueAct.values()) {
            if (wanted.of(act) > 0 && isPossible(act, moment)) {
                possible.with(act, wanted.of(act));
            }
        }
        return possible.drawn(luck);
    }

    private static Odds wanted(Moment moment) {
        if (moment.so().turns() == 0) {
            return Initiatives.opening();
        }
        DialogueAct said = moment.last().act();
        return Replies.areCalledFor(said) ? Replies.to(said, moment) : Initiatives.after(moment);
    }

    private static boolean isPossible(DialogueAct act, Moment moment) {
        Transcript so = moment.so();
        if (so.isWornOut(act) || (so.turns() >= CLOSING && Replies.areCalledFor(act))) {
            return false;
        }
        boolean told = so.lastIs(DialogueAct.DISCLOSE, DialogueAct.SHARE_MEMORY);
        return (act != DialogueAct.ASK || TopicChoice.canAsk(moment, told))
                && (act != DialogueAct.DISCLOSE || TopicChoice.canTell(moment));
    }
}
