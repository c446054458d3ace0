package viva.life.talk;

import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;

/**
 * What a speaker does when nothing is called for. The weights are ours, in units of one ordinary remark; their signs follow the traits
 * (agreeable people agree and comfort, the extraverted joke and disclose, hostile moods argue; McCrae and Costa 1989).
 */
final class Initiatives {
    /** A goodbye is out of place before this turn. */
    private static final int SETTLED = 3;

    private Initiatives() {}

    /** The very first turn. */
    static Odds opening() {
        return new Odds().with(DialogueAct.GREET, 6).with(DialogueAct.ASK, .3);
    }

    /** A greeting is answered with one; later on, what was done often attracts less. */
    static Odds after(Moment moment) {
        if (moment.so().turns() == 1) {
            return new Odds().with(DialogueAct.GREET, 6).with(DialogueAct.ASK, .8);
        }
        Odds fresh = new Odds();
        Odds wanted = wanted(moment);
        for (DialogueAct act : DialogueAct.values()) {
            fresh.with(act, wanted.of(act) * moment.so().freshness(act));
        }
        return fresh;
    }

    private static Odds wanted(Moment moment) {
        Transcript so = moment.so();
        double kind = moment.self().agreeableness();
        return new Odds()
                .with(DialogueAct.ASK, asking(moment))
                .with(DialogueAct.DISCLOSE, moment.disclosing() * (so.lastIs(DialogueAct.ANSWER) ? 1.3 : 1))
                .with(DialogueAct.JOKE, moment.joking() * (so.lastIs(DialogueAct.ARGUE, DialogueAct.DECLINE) ? .1 : 1))
                .with(DialogueAct.COMPLIMENT, .2 + 1.2 * kind * moment.warm())
                .with(DialogueAct.TEASE, moment.teasing())
                .with(DialogueAct.FLIRT, 1.6 * moment.flirting())
                .with(DialogueAct.COMFORT, comforting(moment))
                .with(DialogueAct.AGREE, agreeing(moment))
                .with(DialogueAct.DISAGREE, disagreeing(moment))
                .with(DialogueAct.ARGUE, quarrelling(moment))
                .with(DialogueAct.APOLOGISE, so.ownLastWas(DialogueAct.ARGUE, DialogueAct.DISAGREE) ? 1.6 * kind : 0)
                .with(DialogueAct.THANK, so.lastIs(DialogueAct.ACCEPT) ? 1 + kind : 0)
                .with(
                        DialogueAct.SHARE_MEMORY,
                        so.hasTold(TalkTopic.MEMORY) ? 0 : 1.2 * moment.tie().familiarity())
                .with(DialogueAct.INVITE, inviting(moment))
                .with(DialogueAct.LAUGH, laughing(moment))
                .with(DialogueAct.ACKNOWLEDGE, acknowledging(moment))
                .with(DialogueAct.GOODBYE, leaving(moment));
    }

    private static double asking(Moment moment) {
        double curious = 1 + .6 * moment.self().openness() + .4 * moment.self().agreeableness();
        boolean begins = moment.so().lastIs(DialogueAct.GREET, DialogueAct.ACKNOWLEDGE);
        boolean hurt = moment.so().lastIs(DialogueAct.ARGUE, DialogueAct.DECLINE);
        return curious * (begins ? 1.5 : hurt ? .3 : 1);
    }

    private static double comforting(Moment moment) {
        boolean heavy = moment.last().tells() && moment.isHeavy();
        double pity = .4 + 1.4 * moment.self().agreeableness();
        return heavy ? 2 * pity : moment.listenerIsDown() ? .4 * pity : 0;
    }

    private static double agreeing(Moment moment) {
        boolean stated =
                moment.last().tells() && TopicKinds.isOpinion(moment.last().topic());
        boolean disputed = moment.so().lastIs(DialogueAct.DISAGREE);
        double kind = moment.self().agreeableness();
        return stated ? .5 + .9 * kind : disputed ? .3 + .6 * kind : 0;
    }

    private static double disagreeing(Moment moment) {
        boolean stated =
                moment.last().tells() && TopicKinds.isOpinion(moment.last().topic());
        boolean disputed = moment.so().lastIs(DialogueAct.DISAGREE, DialogueAct.ARGUE);
        return stated || disputed ? .3 + 1.2 * (1 - moment.self().agreeableness()) : 0;
    }

    /** Strangers have nothing to settle unless one of them has just given a reason. */
    private static double quarrelling(Moment moment) {
        boolean provoked =
                moment.so().lastIs(DialogueAct.ARGUE, DialogueAct.DISAGREE, DialogueAct.TEASE, DialogueAct.DECLINE);
        return provoked || moment.tie().status() != BondStatus.STRANGERS ? moment.arguing() : 0;
    }

    private static double inviting(Moment moment) {
        return moment.tie().status() == BondStatus.MUTUAL_CRUSH ? 1 : .05 + .4 * moment.warm();
    }

    private static double laughing(Moment moment) {
        boolean funny = moment.so().lastIs(DialogueAct.ANSWER) && moment.last().topic() == TalkTopic.LAUGHTER;
        return funny ? 1.5 * moment.rapport().humorMatch() : 0;
    }

    private static double acknowledging(Moment moment) {
        return switch (moment.last().act()) {
            case ANSWER, DECLINE -> 1;
            case ACCEPT, THANK -> .4;
            case ARGUE, DISAGREE -> .2 + .4 * moment.self().agreeableness();
            case GREET,
                    ASK,
                    DISCLOSE,
                    JOKE,
                    COMPLIMENT,
                    TEASE,
                    FLIRT,
                    COMFORT,
                    AGREE,
                    APOLOGISE,
                    SHARE_MEMORY,
                    INVITE,
                    GOODBYE,
                    LAUGH,
                    GROAN,
                    ACKNOWLEDGE -> 0;
        };
    }

    private static double leaving(Moment moment) {
        int turns = moment.so().turns();
        if (turns < SETTLED) {
            return 0;
        }
        double share = (turns - SETTLED + 1) / (double) (Script.MOST_TURNS - SETTLED);
        double hurt = Math.max(0, -moment.mood()) + (moment.so().lastIs(DialogueAct.ARGUE) ? .5 : 0);
        return 10 * share * share + 2 * moment.tired() + hurt;
    }
}
