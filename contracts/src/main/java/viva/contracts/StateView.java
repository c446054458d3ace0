package viva.contracts;

/**
 * An avatar's state at one instant, as clients read it. The needs stand twice because the original clients read both places.
 *
 * @param wellbeing in [0, 1]
 * @param mood in [-1, 1]
 * @param moodLabel one word for the mood, such as {@code content}
 * @param activity one of the nine states of the life cycle, in lower snake case
 * @param desire what it wants most, in lower snake case; {@code none} when nothing
 * @param thought its latest thought, or null
 * @param interactingWith the avatar it talks with, or null
 * @param concern whether the owner was in distress lately and has not said that it is better
 */
public record StateView(
        Needs needs,
        double energy,
        double social,
        double stimulation,
        double comfort,
        double wellbeing,
        double mood,
        String moodLabel,
        Emotions emotions,
        String dominantEmotion,
        String activity,
        String desire,
        String thought,
        AvatarId interactingWith,
        boolean asleep,
        WorldTime worldTime,
        boolean concern) {
    /** The state of an avatar without concern. */
    public StateView(
            Needs needs,
            double energy,
            double social,
            double stimulation,
            double comfort,
            double wellbeing,
            double mood,
            String moodLabel,
            Emotions emotions,
            String dominantEmotion,
            String activity,
            String desire,
            String thought,
            AvatarId interactingWith,
            boolean asleep,
            WorldTime worldTime) {
        this(
                needs,
                energy,
                social,
                stimulation,
                comfort,
                wellbeing,
                mood,
                moodLabel,
                emotions,
                dominantEmotion,
                activity,
                desire,
                thought,
                interactingWith,
                asleep,
                worldTime,
                false);
    }

    /** The same without concern: what is told to anybody but the owner. */
    public StateView withoutConcern() {
        return new StateView(
                needs,
                energy,
                social,
                stimulation,
                comfort,
                wellbeing,
                mood,
                moodLabel,
                emotions,
                dominantEmotion,
                activity,
                desire,
                thought,
                interactingWith,
                asleep,
                worldTime);
    }
}
