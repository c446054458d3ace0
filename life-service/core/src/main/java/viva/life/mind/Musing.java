package viva.life.mind;

import viva.life.chance.Purpose;
import viva.life.feeling.Feeling;
import viva.life.feeling.Feelings;
import viva.life.need.NeedLevels;
import viva.life.thought.Thought;
import viva.life.thought.ThoughtTopic;

/** A spontaneous thought: drawn among what moves the mind just now, the stronger the likelier. */
final class Musing {
    /** The weight of a thought about nothing in particular. */
    private static final double WANDERING = .15;

    private static final ThoughtTopic[] TOPICS = ThoughtTopic.values();

    private Musing() {}

    /** The owner asks: it says what is on its mind, half asleep too. */
    static void answer(Draft mind) {
        mind.relations = mind.relations.ownerCame(mind.now);
        muse(mind, true);
    }

    static void think(Draft mind) {
        muse(mind, false);
        Owner.mayReachOut(mind);
        mind.awaitThought();
    }

    private static void muse(Draft mind, boolean asked) {
        double luck = mind.chance.uniform(mind.tick, Purpose.THOUGHT_TOPIC);
        int variant = (int) (mind.chance.bits(mind.tick, Purpose.THOUGHT_TOPIC) & 0xffff) % Thought.VARIANTS;
        mind.thought = Thought.of(drawn(weights(mind), luck), variant);
        mind.want(new Intent.Think(mind.time(), mind.thought, asked));
    }

    private static double[] weights(Draft mind) {
        NeedLevels needs = mind.needsNow();
        Feelings now = mind.feelingsNow();
        double wanting = mind.parameters.needs().wanting();
        double[] weights = new double[TOPICS.length];
        for (ThoughtTopic topic : TOPICS) {
            weights[topic.code()] = Math.max(
                    0,
                    switch (topic) {
                        case WANDERING -> WANDERING;
                        case LONELY -> .5 * lack(needs.social(), wanting) + now.offset(Feeling.LONELINESS);
                        case CURIOUS -> .5 * lack(needs.stimulation(), wanting) + .3 * now.offset(Feeling.CURIOSITY);
                        case TIRED ->
                            lack(mind.energyNow(), mind.parameters.needs().tired());
                        case UNEASY -> .5 * lack(needs.comfort(), wanting);
                        case HAPPY -> now.offset(Feeling.JOY) + .2 * Math.max(0, now.mood());
                        case SAD -> now.offset(Feeling.SADNESS) + .2 * Math.max(0, -now.mood());
                        case ANGRY -> now.offset(Feeling.ANGER);
                        case WORRIED -> now.offset(Feeling.FEAR) + .05 * mind.temperament.neuroticism();
                        case LOVING -> .5 * now.offset(Feeling.LOVE);
                        case EXCITED -> now.offset(Feeling.EXCITEMENT);
                        case OWNER -> .5 * now.offset(Feeling.LOVE) + (mind.inCompany() ? .2 : 0);
                    });
        }
        return weights;
    }

    private static double lack(double level, double threshold) {
        return Math.max(0, (threshold - level) / threshold);
    }

    private static ThoughtTopic drawn(double[] weights, double luck) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = luck * total;
        for (int i = weights.length - 1; i > 0; i--) {
            left -= weights[i];
            if (left < 0) {
                return TOPICS[i];
            }
        }
        return TOPICS[0];
    }
}
