package viva.life.mind;

import static viva.life.hearing.Signs.intent;
import static viva.life.hearing.Signs.tone;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.life.appraisal.Tone;
import viva.life.chance.Purpose;
import viva.life.feeling.Feeling;
import viva.life.hearing.Intents;
import viva.life.hearing.Signs;

/**
 * What an avatar does with its answer to its owner, by a table: the first row that fits what was understood names the acts that fit, and luck
 * chooses among those by their weights, which personality and mood shift. The weights are ours.
 */
final class AnswerActs {
    /** An act that fits, and how much it is like this avatar; a weight of 0 or less is never drawn. */
    private record Fit(DialogueAct act, ToDoubleFunction<Draft> weight) {}

    /** Below this energy, in [0, 100], tiredness weighs against an invitation; ours. */
    private static final double TOO_TIRED = 40;

    /** Sadness above its baseline at which playfulness is 0; ours: an owner's grief leaves more than this in every mind for hours. */
    private static final double SOBERING = .05;

    private record Row(Predicate<Reading> heard, List<Fit> fits) {
        Row {
            fits = List.copyOf(fits);
        }
    }

    private static final List<Row> TABLE = List.of(
            row(Signs::distress, fit(DialogueAct.COMFORT, 1)),
            row(
                    Signs.attack(),
                    fit(DialogueAct.APOLOGISE, mind -> mind.temperament.agreeableness()),
                    fit(DialogueAct.ARGUE, mind -> 1 - mind.temperament.agreeableness())),
            row(intent("bad_news", "grief"), fit(DialogueAct.COMFORT, 1)),
            row(Signs.sarcasm(), fit(DialogueAct.COMFORT, .5), fit(DialogueAct.ASK, .5)),
            row(
                    intent("invitation"),
                    fit(DialogueAct.ACCEPT, mind -> (.3 + mind.temperament.agreeableness()) * (1 - tiredness(mind))),
                    fit(DialogueAct.DECLINE, mind -> .3 * (1 - mind.temperament.agreeableness()) + tiredness(mind))),
            row(intent("asks_joke"), fit(DialogueAct.JOKE, 1)),
            row(intent("asks_memory", "asks_own_name"), fit(DialogueAct.SHARE_MEMORY, 1)),
            row(Signs.question(), fit(DialogueAct.DISCLOSE, 1)),
            row(tone(Tone.SAD_NEWS), fit(DialogueAct.COMFORT, 1)),
            row(intent("apology").or(tone(Tone.APOLOGY)), fit(DialogueAct.COMFORT, .6), fit(DialogueAct.THANK, .4)),
            row(
                    intent("good_news", Intents.FEELING_BETTER).or(tone(Tone.GOOD_NEWS)),
                    fit(DialogueAct.COMPLIMENT, .5),
                    fit(DialogueAct.AGREE, .5)),
            row(intent("farewell"), fit(DialogueAct.GOODBYE, 1)),
            row(
                    intent("affection", "love", "missing_you").or(tone(Tone.AFFECTION)),
                    fit(DialogueAct.THANK, .4),
                    fit(DialogueAct.COMPLIMENT, .4),
                    fit(DialogueAct.DISCLOSE, .2)),
            row(
                    intent("compliment").or(tone(Tone.PRAISE)),
                    fit(DialogueAct.THANK, .6),
                    fit(DialogueAct.COMPLIMENT, .4)),
            row(intent("thanks").or(tone(Tone.THANKS)), fit(DialogueAct.COMPLIMENT, .5), fit(DialogueAct.AGREE, .5)),
            row(tone(Tone.FAREWELL), fit(DialogueAct.GOODBYE, 1)),
            row(
                    intent("tells_fact").and(intent("introduction").negate()),
                    fit(DialogueAct.ASK, .6),
                    fit(DialogueAct.AGREE, .4)),
            row(intent("introduction"), fit(DialogueAct.GREET, .5), fit(DialogueAct.ASK, .5)),
            row(intent("greeting").or(tone(Tone.GREETING)), fit(DialogueAct.GREET, 1)),
            row(
                    intent("laughter"),
                    fit(DialogueAct.JOKE, AnswerActs::playfulness),
                    fit(DialogueAct.AGREE, .4),
                    fit(DialogueAct.ASK, .2)),
            row(
                    intent("agreement", "disagreement"),
                    fit(DialogueAct.AGREE, .4),
                    fit(DialogueAct.ASK, .4),
                    fit(DialogueAct.DISCLOSE, .2)),
            row(intent("story"), fit(DialogueAct.ASK, .6), fit(DialogueAct.AGREE, .4)),
            row(intent("unreadable", "wordless"), fit(DialogueAct.DISCLOSE, .5), fit(DialogueAct.ASK, .5)),
            row(
                    reading -> true,
                    fit(DialogueAct.ASK, .4),
                    fit(DialogueAct.DISCLOSE, .4),
                    fit(DialogueAct.JOKE, mind -> .4 * playfulness(mind))));

    private AnswerActs() {}

    /** The act of the answer to what was understood. */
    static DialogueAct of(Reading reading, Draft mind) {
        for (Row row : TABLE) {
            if (row.heard().test(reading)) {
                return drawn(row.fits(), mind);
            }
        }
        throw new IllegalStateException("the last row fits everything");
    }

    private static DialogueAct drawn(List<Fit> fitting, Draft mind) {
        double total = 0;
        double[] weights = new double[fitting.size()];
        for (int i = 0; i < weights.length; i++) {
            boolean fits = !(mind.concerned() && Concern.rulesOut(fitting.get(i).act()));
            weights[i] = fits ? Math.max(0, fitting.get(i).weight().applyAsDouble(mind)) : 0;
            total += weights[i];
        }
        if (total == 0) {
            return DialogueAct.COMFORT;
        }
        double left = mind.chance.uniform(mind.tick, Purpose.DIALOGUE_ACT) * total;
        int drawn = weights.length - 1;
        for (int i = weights.length - 1; i >= 0 && left >= 0; i--) {
            if (weights[i] > 0) {
                drawn = i;
                left -= weights[i];
            }
        }
        return fitting.get(drawn).act();
    }

    /** In [0, 1]: the less energy is left, the rather an avatar rests than begins anything; without any it never does. */
    private static double tiredness(Draft mind) {
        return Math.clamp(1 - mind.energyNow() / TOO_TIRED, 0, 1);
    }

    /** In [0, 1]: rises with extraversion, falls to 0 with a bad mood and with sadness, such as news of grief leaves. */
    private static double playfulness(Draft mind) {
        double mood = Math.clamp(mind.feelingsNow().mood(), -1.0, 1.0);
        double sorrow = Math.clamp(mind.feelingsNow().offset(Feeling.SADNESS) / SOBERING, 0.0, 1.0);
        return mind.temperament.extraversion() * Math.max(0, .5 + .5 * mood) * (1 - sorrow);
    }

    private static Row row(Predicate<Reading> heard, Fit... fits) {
        return new Row(heard, List.of(fits));
    }

    private static Fit fit(DialogueAct act, double weight) {
        return new Fit(act, mind -> weight);
    }

    private static Fit fit(DialogueAct act, ToDoubleFunction<Draft> weight) {
        return new Fit(act, weight);
    }
}
