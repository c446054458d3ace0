package viva.life.mind;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import viva.contracts.CarriedMind;
import viva.life.activity.Activity;
import viva.life.activity.Idle;
import viva.life.feeling.Feeling;
import viva.life.feeling.Feelings;
import viva.life.need.NeedLevels;
import viva.life.sleep.Sleep;
import viva.life.thought.Thought;
import viva.life.thought.ThoughtTopic;

/**
 * Minds that leave one life and begin another. Every instant of a mind is one of its own world, so none is carried: what was left holds at the
 * instant of the arrival. Ties, the chat with the owner and a concern stay behind.
 */
final class Carrying {
    private static final double HOURS_OF_DAY = 24;

    private Carrying() {}

    /** The state of a mind at {@code at}, in world milliseconds, which is not before its own time. */
    static CarriedMind leave(Mind mind, long at, LifeParameters parameters) {
        NeedLevels needs = mind.needs().at(at, mind.courses(parameters.needs()), mind.temperament());
        Feelings feelings = mind.feelings().at(at, mind.temperament(), parameters.feelings());
        double chronotype = mind.temperament().chronotype();
        return new CarriedMind(
                needs.social(),
                needs.stimulation(),
                needs.comfort(),
                mind.sleep().pressureAt(at, parameters.sleep()),
                mind.asleep(),
                chronotype - HOURS_OF_DAY * Math.floor(chronotype / HOURS_OF_DAY),
                offsets(feelings),
                Math.clamp(feelings.mood(), -1.0, 1.0),
                feelings.gravity(),
                mind.thought() == null ? null : mind.thought().topic().label());
    }

    /** Puts a newborn into the state that it brings. A feeling or a thought that this world does not know is left out. */
    static void arrive(Draft newborn, CarriedMind carried) {
        newborn.write(new NeedLevels(carried.social(), carried.stimulation(), carried.comfort(), newborn.now));
        newborn.write(Feelings.of(offsets(carried), carried.mood(), carried.gravity(), newborn.now));
        newborn.thought = Arrays.stream(ThoughtTopic.values())
                .filter(topic -> topic.label().equals(carried.thought()))
                .map(topic -> Thought.of(topic, 0))
                .findFirst()
                .orElse(null);
        double phase = newborn.temperament.chronotype();
        Idle idle = Activity.born();
        if (carried.asleep()) {
            newborn.sleep = Sleep.asleep(carried.sleepPressure(), newborn.now, phase, newborn.parameters.sleep());
            newborn.become(idle.fallAsleep());
            newborn.thoughtDue = Long.MAX_VALUE;
        } else {
            newborn.sleep = Sleep.awake(carried.sleepPressure(), newborn.now, phase, newborn.parameters.sleep());
            newborn.awaitThought();
        }
        Desires.update(newborn);
    }

    private static SortedMap<String, Double> offsets(Feelings feelings) {
        SortedMap<String, Double> offsets = new TreeMap<>();
        for (Feeling feeling : Feeling.values()) {
            if (feelings.offset(feeling) != 0) {
                offsets.put(name(feeling), feelings.offset(feeling));
            }
        }
        return offsets;
    }

    private static double[] offsets(CarriedMind carried) {
        double[] offsets = new double[Feeling.COUNT];
        for (Feeling feeling : Feeling.values()) {
            offsets[feeling.index()] = carried.feelings().getOrDefault(name(feeling), 0.0);
        }
        return offsets;
    }

    private static String name(Feeling feeling) {
        return feeling.name().toLowerCase(Locale.ROOT);
    }
}
