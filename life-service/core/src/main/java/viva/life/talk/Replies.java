package viva.life.talk;

import viva.contracts.AttachmentStyle;
import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;

/**
 * Second halves of adjacency pairs (Schegloff and Sacks 1973): what one may do with a question, an invitation, a joke and the like. The half
 * that is called for is by far the most likely; how it turns out, and what comes in its place, depends on who the two are. Weights are ours.
 */
final class Replies {
    /** Attraction from which on the one who is asked out tends to say yes; ours. */
    private static final double WILLING = .5;

    private Replies() {}

    /** Whether an act calls for an answer. */
    static boolean areCalledFor(DialogueAct act) {
        return switch (act) {
            case GREET -> false;
            case ASK, DISCLOSE, JOKE, COMPLIMENT, TEASE, FLIRT, COMFORT, ARGUE, APOLOGISE, SHARE_MEMORY, INVITE -> true;
            case AGREE, DISAGREE, THANK, GOODBYE, ANSWER, ACCEPT, DECLINE, LAUGH, GROAN, ACKNOWLEDGE -> false;
        };
    }

    /** What may come after an act that calls for an answer. */
    static Odds to(DialogueAct said, Moment moment) {
        return switch (said) {
            case ASK -> toQuestion(moment);
            case INVITE -> toInvitation(moment);
            case JOKE -> toJoke(moment);
            case COMPLIMENT -> toCompliment(moment);
            case TEASE -> toTease(moment);
            case FLIRT -> toFlirt(moment);
            case APOLOGISE -> toApology(moment);
            case COMFORT -> toComfort(moment);
            case ARGUE -> toReproach(moment);
            case DISCLOSE -> moment.isHeavy() ? toTrouble(moment) : toTelling(moment);
            case SHARE_MEMORY -> toMemory(moment);
            case GREET, AGREE, DISAGREE, THANK, GOODBYE, ANSWER, ACCEPT, DECLINE, LAUGH, GROAN, ACKNOWLEDGE ->
                throw new IllegalArgumentException("calls for no answer: " + said);
        };
    }

    /** The probability that an invitation is accepted, in [.05, .95]. */
    static double willingness(Moment moment) {
        double drawn = 1.5 * (moment.tie().attraction() - WILLING);
        return Math.clamp(.5 + drawn + .5 * (moment.tie().trust() - .5), .05, .95);
    }

    private static Odds toQuestion(Moment moment) {
        double distrust = Math.max(0, .5 - moment.warm()) + (moment.tie().status() == BondStatus.EX ? .5 : 0);
        boolean far = TopicKinds.isPrivate(moment.last().topic());
        return new Odds()
                .with(DialogueAct.ANSWER, 12)
                .with(DialogueAct.DECLINE, far ? (guarded(moment) ? 2.4 : 1.2) * distrust : 0);
    }

    private static boolean guarded(Moment moment) {
        AttachmentStyle attachment = moment.self().attachment();
        return attachment == AttachmentStyle.AVOIDANT || attachment == AttachmentStyle.FEARFUL;
    }

    private static Odds toInvitation(Moment moment) {
        double yes = moment.last().topic() == TalkTopic.DATE ? willingness(moment) : joining(moment);
        return new Odds().with(DialogueAct.ACCEPT, yes).with(DialogueAct.DECLINE, 1 - yes);
    }

    private static double joining(Moment moment) {
        double drawn = .6 * moment.warm() + .3 * moment.tie().attraction();
        return Math.clamp(.35 + drawn + .2 * moment.mood() - .4 * moment.tired(), .05, .95);
    }

    private static Odds toJoke(Moment moment) {
        double match = moment.rapport().humorMatch();
        return new Odds()
                .with(DialogueAct.LAUGH, .2 + 2.2 * match * (1 + .5 * moment.mood()))
                .with(
                        DialogueAct.GROAN,
                        .1 + 1.5 * (1 - match) * (1.2 - .4 * moment.self().agreeableness()))
                .with(DialogueAct.JOKE, .2 * moment.self().extraversion() * match)
                .with(DialogueAct.TEASE, .5 * moment.teasing())
                .with(DialogueAct.ACKNOWLEDGE, .1 + Math.max(0, -moment.mood()));
    }

    private static Odds toCompliment(Moment moment) {
        return new Odds()
                .with(DialogueAct.THANK, 2 + 1.5 * moment.self().agreeableness())
                .with(DialogueAct.COMPLIMENT, .8 * moment.self().agreeableness() * moment.warm())
                .with(DialogueAct.LAUGH, .4 * moment.self().extraversion())
                .with(DialogueAct.FLIRT, .4 * moment.flirting())
                .with(DialogueAct.TEASE, .4 * moment.teasing())
                .with(DialogueAct.ACKNOWLEDGE, guarded(moment) ? .8 : .2);
    }

    private static Odds toTease(Moment moment) {
        double lands = .6 * moment.rapport().humorMatch() + .5 * moment.warm() - .45;
        return new Odds()
                .with(DialogueAct.LAUGH, .4 + 2 * Math.max(0, lands))
                .with(DialogueAct.GROAN, .6 + Math.max(0, -lands))
                .with(DialogueAct.TEASE, 2 * moment.teasing())
                .with(DialogueAct.FLIRT, .3 * moment.flirting())
                .with(DialogueAct.ARGUE, moment.arguing())
                .with(DialogueAct.APOLOGISE, .1 * moment.self().agreeableness());
    }

    private static Odds toFlirt(Moment moment) {
        double cold = Math.max(0, .4 - moment.tie().attraction());
        return new Odds()
                .with(DialogueAct.FLIRT, 1.4 * moment.flirting())
                .with(
                        DialogueAct.COMPLIMENT,
                        moment.tie().attraction() * moment.self().agreeableness())
                .with(DialogueAct.THANK, .5 + .5 * moment.self().agreeableness())
                .with(DialogueAct.LAUGH, .5)
                .with(DialogueAct.TEASE, .5 * moment.teasing())
                .with(DialogueAct.GROAN, cold * (1.2 - moment.self().agreeableness()))
                .with(DialogueAct.ACKNOWLEDGE, .1 + 2 * cold);
    }

    private static Odds toApology(Moment moment) {
        double kind = moment.self().agreeableness();
        boolean had = moment.so().ownLastWas(DialogueAct.ARGUE, DialogueAct.DISAGREE);
        return new Odds()
                .with(DialogueAct.ACCEPT, 1 + 1.5 * kind)
                .with(DialogueAct.APOLOGISE, had ? .9 * kind : 0)
                .with(DialogueAct.ACKNOWLEDGE, .3 + .8 * (1 - kind))
                .with(DialogueAct.ARGUE, .6 * moment.arguing());
    }

    /** The answers to an argument: hitting back, giving in, letting it stand, leaving; never another subject. */
    private static Odds toReproach(Moment moment) {
        double kind = moment.self().agreeableness();
        return new Odds()
                .with(DialogueAct.ARGUE, 1.5 * moment.arguing())
                .with(DialogueAct.DISAGREE, .4 + .8 * (1 - kind))
                .with(DialogueAct.APOLOGISE, .2 + 1.2 * kind)
                .with(DialogueAct.ACKNOWLEDGE, .2 + .6 * kind)
                .with(DialogueAct.GOODBYE, .15 + Math.max(0, -moment.mood()) + moment.tired());
    }

    private static Odds toComfort(Moment moment) {
        return new Odds()
                .with(DialogueAct.THANK, 2.4)
                .with(DialogueAct.ACKNOWLEDGE, guarded(moment) ? .9 : .4)
                .with(DialogueAct.COMPLIMENT, .6 * moment.warm())
                .with(DialogueAct.ARGUE, .3 * moment.arguing());
    }

    /** Something that weighs on the other was told. */
    private static Odds toTrouble(Moment moment) {
        double kind = moment.self().agreeableness();
        return new Odds()
                .with(DialogueAct.COMFORT, .6 + 2 * kind)
                .with(DialogueAct.ASK, .8 + .6 * moment.self().openness())
                .with(DialogueAct.ACKNOWLEDGE, .6)
                .with(DialogueAct.DISCLOSE, .3 * moment.disclosing());
    }

    private static Odds toTelling(Moment moment) {
        double kind = moment.self().agreeableness();
        boolean opinion = TopicKinds.isOpinion(moment.last().topic());
        boolean funny = moment.last().topic() == TalkTopic.LAUGHTER;
        return new Odds()
                .with(DialogueAct.ASK, 1 + .6 * moment.self().openness() + .4 * kind)
                .with(DialogueAct.ACKNOWLEDGE, .9)
                .with(DialogueAct.DISCLOSE, .7 * moment.disclosing())
                .with(DialogueAct.AGREE, opinion ? .4 + .9 * kind : 0)
                .with(DialogueAct.DISAGREE, opinion ? .3 + 1.2 * (1 - kind) : 0)
                .with(DialogueAct.COMPLIMENT, .2 + 1.2 * kind * moment.warm())
                .with(DialogueAct.TEASE, moment.listenerIsDown() ? 0 : moment.teasing())
                .with(DialogueAct.FLIRT, .5 * moment.flirting())
                .with(DialogueAct.LAUGH, funny ? 1.5 * moment.rapport().humorMatch() : 0)
                .with(DialogueAct.SHARE_MEMORY, .4 * moment.tie().familiarity())
                .with(DialogueAct.COMFORT, moment.listenerIsDown() && !opinion ? .2 + .5 * kind : 0);
    }

    private static Odds toMemory(Moment moment) {
        double near = moment.tie().familiarity();
        return new Odds()
                .with(DialogueAct.ACKNOWLEDGE, 1)
                .with(DialogueAct.ASK, .6 + .6 * moment.self().openness())
                .with(DialogueAct.SHARE_MEMORY, near)
                .with(DialogueAct.COMPLIMENT, .6 * moment.self().agreeableness() * moment.warm())
                .with(DialogueAct.LAUGH, .1 + .2 * Math.max(0, moment.mood()))
                .with(DialogueAct.FLIRT, .3 * moment.flirting());
    }
}
