package viva.life.appraisal;

/**
 * What an event means to an avatar (Ortony, Clore and Collins 1988).
 *
 * @param desirability for itself, in [−1, 1]
 * @param likelihood of what it announces, in [0, 1]; 1 for what has happened
 * @param praiseworthiness of what the other did, in [−1, 1]
 * @param fortune of the other, in [−1, 1]: good or bad news of theirs
 * @param closeness offered or withdrawn, in [−1, 1]
 * @param unexpectedness in [0, 1]
 * @param importance in [0, 1]
 */
public record Appraisal(
        double desirability,
        double likelihood,
        double praiseworthiness,
        double fortune,
        double closeness,
        double unexpectedness,
        double importance) {
    public Appraisal {
        requireRange(desirability, -1, "desirability");
        requireRange(likelihood, 0, "likelihood");
        requireRange(praiseworthiness, -1, "praiseworthiness");
        requireRange(fortune, -1, "fortune");
        requireRange(closeness, -1, "closeness");
        requireRange(unexpectedness, 0, "unexpectedness");
        requireRange(importance, 0, "importance");
    }

    /** What an owner's message means, from its tones. */
    public static Appraisal ofOwner(TextReading said) {
        double kind = Math.max(
                Math.max(said.of(Tone.PRAISE), said.of(Tone.AFFECTION)),
                Math.max(said.of(Tone.CARE), said.of(Tone.THANKS)));
        double hostile = said.of(Tone.HOSTILITY);
        double sorry = said.of(Tone.APOLOGY);
        double fortune = said.of(Tone.GOOD_NEWS) - said.of(Tone.SAD_NEWS);
        return new Appraisal(
                clamp(.2 + .8 * kind + .2 * said.of(Tone.GREETING) + .3 * sorry - 1.4 * hostile),
                1,
                clamp(.7 * kind + .5 * sorry - 1.2 * hostile),
                clamp(fortune),
                clamp(said.of(Tone.AFFECTION) + .5 * said.of(Tone.CARE) - hostile - .2 * said.of(Tone.FAREWELL)),
                Math.max(hostile, Math.abs(fortune)) * .8,
                clamp(.15 + .6 * Math.max(Math.abs(fortune), Math.max(said.of(Tone.AFFECTION), hostile))));
    }

    private static double clamp(double value) {
        return Math.max(-1, Math.min(1, value));
    }

    private static void requireRange(double value, double low, String name) {
        if (!(value >= low && value <= 1)) {
            throw new IllegalArgumentException("must be in [" + low + ",1]: " + name + " = " + value);
        }
    }
}
