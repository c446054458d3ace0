package viva.life.mind;

import viva.contracts.Emotions;
import viva.contracts.Needs;
import viva.contracts.WorldTime;
import viva.life.activity.Activity;
import viva.life.activity.InConversation;
import viva.life.feeling.Feeling;
import viva.life.feeling.Feelings;
import viva.life.need.NeedLevels;
import viva.life.sleep.Sleep;
import viva.life.temperament.Temperament;
import viva.life.thought.Thought;

/**
 * A mind at one instant, in numbers.
 *
 * @param mood in [−1, 1]
 * @param dominant the feeling that stands out: furthest above its own baseline, or the strongest when none is
 * @param thought the latest one, or null
 * @param concern whether it is concerned about its owner
 * @param resting whether time stands still for it
 */
public record Snapshot(
        WorldTime at,
        boolean asleep,
        Needs needs,
        Emotions emotions,
        double mood,
        Feeling dominant,
        Activity activity,
        Desire desire,
        Thought thought,
        boolean concern,
        boolean resting) {
    /** Less than this above its baseline, a feeling does not stand out. */
    private static final double STANDS_OUT = .05;

    /** How much of a lack of company is felt as loneliness; somebody who is there takes the most of it away. */
    private static final double LONELY = .6;

    private static final double LONELY_IN_COMPANY = .15;

    /** How much of it people who are close, though not there, take away at most. */
    private static final double CONSOLED = .5;

    /** How much of a lack of stimulation is felt as curiosity, for openness 1. */
    private static final double CURIOUS = .5;

    /** From this level on a need is not felt at all. */
    private static final double PLENTY = 60;

    static Snapshot of(Mind mind, long at, LifeParameters parameters) {
        Temperament self = mind.temperament();
        Sleep sleep = mind.sleep();
        NeedLevels levels = mind.needs().at(at, mind.courses(parameters.needs()), self);
        Feelings feelings = mind.feelings().at(at, self, parameters.feelings());
        double energy = 100 * (1 - sleep.pressureAt(at, parameters.sleep()));
        double[] strengths = strengths(mind, levels, feelings);
        return new Snapshot(
                new WorldTime(at),
                sleep.asleep(),
                new Needs(energy, levels.social(), levels.stimulation(), levels.comfort()),
                emotions(strengths),
                Math.clamp(feelings.mood(), -1.0, 1.0),
                dominant(strengths, self),
                mind.activity(),
                mind.desire(),
                mind.thought(),
                mind.concernedAt(at),
                mind.resting());
    }

    /** Loneliness and curiosity are driven by their needs on top of what events stirred up. */
    private static double[] strengths(Mind mind, NeedLevels levels, Feelings feelings) {
        Temperament self = mind.temperament();
        double[] strengths = new double[Feeling.COUNT];
        for (Feeling feeling : Feeling.values()) {
            strengths[feeling.index()] = feelings.level(feeling, self);
        }
        boolean company = mind.chatting() || mind.activity() instanceof InConversation;
        double close = 1 - CONSOLED * mind.relations().circle().support();
        double lonely = (company ? LONELY_IN_COMPANY : LONELY) * close;
        raise(strengths, Feeling.LONELINESS, lonely * lack(levels.social()));
        raise(strengths, Feeling.CURIOSITY, CURIOUS * self.openness() * lack(levels.stimulation()));
        return strengths;
    }

    private static void raise(double[] strengths, Feeling feeling, double drive) {
        strengths[feeling.index()] = Math.min(1, strengths[feeling.index()] + drive);
    }

    /** In [0, 1]; it grows with the square, so a small lack is hardly felt. */
    private static double lack(double level) {
        double share = Math.max(0, (PLENTY - level) / PLENTY);
        return share * share;
    }

    private static Feeling dominant(double[] strengths, Temperament self) {
        Feeling strongest = Feeling.JOY;
        Feeling outstanding = Feeling.JOY;
        double most = -1;
        for (Feeling feeling : Feeling.values()) {
            double above = strengths[feeling.index()] - feeling.baseline(self);
            if (above > most) {
                most = above;
                outstanding = feeling;
            }
            if (strengths[feeling.index()] > strengths[strongest.index()]) {
                strongest = feeling;
            }
        }
        return most >= STANDS_OUT ? outstanding : strongest;
    }

    private static Emotions emotions(double[] strengths) {
        return new Emotions(
                strengths[Feeling.JOY.index()],
                strengths[Feeling.SADNESS.index()],
                strengths[Feeling.ANGER.index()],
                strengths[Feeling.FEAR.index()],
                strengths[Feeling.SURPRISE.index()],
                strengths[Feeling.DISGUST.index()],
                strengths[Feeling.LOVE.index()],
                strengths[Feeling.LONELINESS.index()],
                strengths[Feeling.CURIOSITY.index()],
                strengths[Feeling.EXCITEMENT.index()]);
    }
}
