package viva.life.mind;

import java.util.Locale;
import viva.contracts.AvatarId;
import viva.contracts.Emotions;
import viva.contracts.Needs;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.activity.InConversation;
import viva.life.feeling.Feeling;
import viva.life.thought.ThoughtWords;

/** Snapshots as clients read them. */
public final class StateViews {
    /** How much of wellbeing is met needs; the rest is mood. */
    private static final double NEEDS_SHARE = .6;

    /** What an avatar does that rests by its owner's wish, in place of a state of the life cycle. */
    private static final String RESTING = "resting";

    private StateViews() {}

    /** {@code locale} is a BCP 47 tag: the language of the latest thought. */
    public static StateView of(Snapshot mind, String locale) {
        return worded(mind, mind.thought() == null ? null : ThoughtWords.of(mind.thought(), locale));
    }

    /** With the latest thought in these words, or null when there is none. */
    public static StateView worded(Snapshot mind, String thought) {
        Needs needs = mind.needs();
        AvatarId partner = mind.activity() instanceof InConversation talking ? talking.partner() : null;
        return new StateView(
                needs,
                needs.energy(),
                needs.social(),
                needs.stimulation(),
                needs.comfort(),
                wellbeing(needs, mind.mood()),
                mind.mood(),
                MoodWord.of(mind.mood(), needs).label(),
                mind.emotions(),
                mind.dominant().name().toLowerCase(Locale.ROOT),
                mind.resting() ? RESTING : mind.activity().label(),
                mind.desire().label(),
                thought,
                partner,
                mind.asleep(),
                mind.at(),
                mind.concern());
    }

    /**
     * A state of which nothing but this was kept: no thought and no company.
     *
     * @param wellbeing in [0, 1]
     * @param mood in [−1, 1]
     * @param dominant the feeling that stands out
     */
    public static StateView kept(
            WorldTime at,
            Needs needs,
            double wellbeing,
            double mood,
            Emotions emotions,
            Feeling dominant,
            String activity,
            String desire,
            boolean asleep) {
        return new StateView(
                needs,
                needs.energy(),
                needs.social(),
                needs.stimulation(),
                needs.comfort(),
                wellbeing,
                mood,
                MoodWord.of(mood, needs).label(),
                emotions,
                dominant.name().toLowerCase(Locale.ROOT),
                activity,
                desire,
                null,
                null,
                asleep,
                at);
    }

    /** In [0, 1]: mostly how well the needs are met, the rest is mood. */
    static double wellbeing(Needs needs, double mood) {
        double met = (needs.energy() + needs.social() + needs.stimulation() + needs.comfort()) / 400;
        return NEEDS_SHARE * met + (1 - NEEDS_SHARE) * (mood + 1) / 2;
    }
}
