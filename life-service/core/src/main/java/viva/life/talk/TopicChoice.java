package viva.life.talk;

import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.contracts.TalkTopic;

/**
 * What an act is about. Second halves of a pair are about what the first was (Schegloff and Sacks 1973). What is asked or told anew depends on
 * who speaks and on how well the two know each other: the nearer, the more of themselves (Altman and Taylor 1973). The weights are ours.
 */
final class TopicChoice {
    /** Greetings are followed by how one is (Schegloff 1986). */
    private static final int HOW_ARE_YOU = 4;

    private static final TalkTopic[] TOPICS = TalkTopic.values();

    private final Moment moment;

    private TopicChoice(Moment moment) {
        this.moment = moment;
    }

    /** The topic of {@code act}, drawn with {@code luck} in [0, 1) where there is a choice. */
    static TalkTopic of(DialogueAct act, Moment moment, double luck) {
        TopicChoice choice = new TopicChoice(moment);
        return switch (act) {
            case ASK -> choice.asked(luck);
            case DISCLOSE -> choice.told(luck);
            case SHARE_MEMORY -> TalkTopic.MEMORY;
            case INVITE -> isDate(moment) ? TalkTopic.DATE : TalkTopic.OUTING;
            case ANSWER, ACCEPT, DECLINE, ACKNOWLEDGE, THANK -> moment.last().topic();
            case AGREE, DISAGREE, COMFORT, COMPLIMENT, TEASE ->
                moment.so().turns() > 0 && moment.last().tells() ? moment.last().topic() : TalkTopic.NOTHING;
            case GREET, JOKE, FLIRT, ARGUE, APOLOGISE, LAUGH, GROAN, GOODBYE -> TalkTopic.NOTHING;
        };
    }

    /** Whether there is anything left to ask, going on with what the other told when {@code further}. */
    static boolean canAsk(Moment moment, boolean further) {
        TopicChoice choice = new TopicChoice(moment);
        for (TalkTopic topic : TOPICS) {
            if ((further ? choice.further(topic) : choice.askable(topic)) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is anything left to tell. */
    static boolean canTell(Moment moment) {
        TopicChoice choice = new TopicChoice(moment);
        for (TalkTopic topic : TOPICS) {
            if (choice.tellable(topic) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDate(Moment moment) {
        BondStatus status = moment.tie().status();
        return status == BondStatus.MUTUAL_CRUSH || status.isCouple();
    }

    private TalkTopic asked(double luck) {
        double[] weights = new double[TOPICS.length];
        boolean told = moment.so().lastIs(DialogueAct.DISCLOSE, DialogueAct.SHARE_MEMORY);
        for (TalkTopic topic : TOPICS) {
            weights[topic.code()] = further(topic) + (told ? 0 : askable(topic));
        }
        return drawn(weights, luck);
    }

    private TalkTopic told(double luck) {
        double[] weights = new double[TOPICS.length];
        for (TalkTopic topic : TOPICS) {
            weights[topic.code()] = tellable(topic);
        }
        return drawn(weights, luck);
    }

    private static TalkTopic drawn(double[] weights, double luck) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = luck * total;
        TalkTopic last = TalkTopic.NOTHING;
        for (TalkTopic topic : TOPICS) {
            double weight = weights[topic.code()];
            left -= weight;
            last = weight > 0 ? topic : last;
            if (left < 0 && weight > 0) {
                return topic;
            }
        }
        return last;
    }

    /** Going on with what the other just told. */
    private double further(TalkTopic topic) {
        Transcript so = moment.so();
        boolean fits = so.turns() > 0
                && so.last().tells()
                && topic != TalkTopic.NOTHING
                && TopicKinds.furtherQuestion(so.last().topic()) == topic
                && !so.hasAsked(topic);
        return fits ? 3 : 0;
    }

    private double askable(TalkTopic topic) {
        Transcript so = moment.so();
        if (!TopicKinds.opens(topic) || so.hasAsked(topic) || so.hasHeard(topic)) {
            return 0;
        }
        double back = so.wasAsked(topic) ? 3 : 1;
        return back * interest(topic);
    }

    /** How much the speaker would like to know it. */
    private double interest(TalkTopic topic) {
        double near = moment.tie().familiarity();
        double open = moment.self().openness();
        double kind = moment.self().agreeableness();
        boolean early = moment.so().turns() < HOW_ARE_YOU;
        return switch (topic) {
            case FEELINGS -> (early ? 4 : 1) + (moment.listenerIsDown() ? 2 : 0);
            case DAY -> early ? 3 : 1;
            case INTERESTS -> 1.4 - .7 * near;
            case TASTE -> .8 + moment.rapport().overlap();
            case LAUGHTER -> .4 + .8 * moment.self().extraversion();
            case PLACE -> .4 + .8 * open;
            case WISH -> (.2 + .8 * near) * (.5 + open);
            case WORRY -> near * (.3 + kind) + (moment.listenerIsDown() ? kind : 0);
            case MEMORY -> .2 + .7 * near;
            case PLANS -> 1;
            case VALUES -> .4 + .5 * open;
            case PRIDE -> .2 + .6 * near;
            case PEOPLE -> .1 + .6 * near;
            case THOUGHTS -> .4 + .6 * open;
            case REST -> .6;
            case FONDNESS -> moment.tie().status().isRomantic() ? 1.2 : .5 * near;
            case NOTHING, ORIGIN, DRAW, OBSTACLE, HELP, CAUSE, MEANING, OUTING, DATE -> 0;
        };
    }

    private double tellable(TalkTopic topic) {
        Transcript so = moment.so();
        if (so.hasTold(topic)) {
            return 0;
        }
        boolean likewise = so.turns() > 0 && so.last().tells() && so.last().topic() == topic;
        return (likewise ? 6 : 1) * urge(topic);
    }

    /** How much the speaker would like to tell it. */
    private double urge(TalkTopic topic) {
        double near = moment.tie().familiarity();
        double low = Math.max(0, -moment.mood());
        return switch (topic) {
            case FEELINGS -> .8 + 2 * Math.abs(moment.mood());
            case DAY -> 1;
            case INTERESTS -> 1.4;
            case LAUGHTER -> .4;
            case PLACE -> .3 + .6 * moment.self().openness();
            case WISH -> .2 + .6 * near;
            case WORRY -> moment.self().neuroticism() * (.1 + near) + low;
            case PLANS -> .9;
            case VALUES -> .5;
            case PRIDE -> .2 + .5 * moment.self().extraversion();
            case PEOPLE -> .1 + .4 * near;
            case THOUGHTS -> .3 + .6 * moment.self().openness();
            case REST -> .3;
            case FONDNESS -> moment.tie().status().isRomantic() ? .8 : .1;
            case NOTHING, TASTE, MEMORY, ORIGIN, DRAW, OBSTACLE, HELP, CAUSE, MEANING, OUTING, DATE -> 0;
        };
    }
}
