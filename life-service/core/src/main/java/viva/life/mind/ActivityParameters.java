package viva.life.mind;

/**
 * The pace of activities. All of it is ours, chosen for lives that can be watched at ten times real time.
 *
 * @param thinkMinutes how long it weighs what to do, world minutes, on average; each stay is uniform within ±50 %
 * @param mingleMinutes how long it looks for a partner; 15
 * @param reflectMinutes how long it rests; 40
 * @param rememberMinutes how long an insight takes to settle; 4
 * @param exploreMinutes how long it is out; 60
 * @param pauseMinutes how long it does nothing in particular between two activities; 20
 * @param retryMinutes how long it waits after it found nobody, or nothing worth doing; 60
 * @param temperature of the choice among activities, in units of utility; 0.03: the best one is usual, not certain
 * @param effort what any activity must bring to be better than none; 0.05
 * @param thoughtsPerHour spontaneous thoughts while awake, per world hour, of an average mind without a desire; 0.8
 * @param leapHours from how long an absence on only the closed forms apply, world hours; 168
 */
public record ActivityParameters(
        double thinkMinutes,
        double mingleMinutes,
        double reflectMinutes,
        double rememberMinutes,
        double exploreMinutes,
        double pauseMinutes,
        double retryMinutes,
        double temperature,
        double effort,
        double thoughtsPerHour,
        double leapHours) {
    public static final ActivityParameters DEFAULT =
            new ActivityParameters(4, 15, 40, 4, 60, 20, 60, .03, .05, .8, 168);

    public ActivityParameters {
        if (!(temperature > 0 && thoughtsPerHour > 0 && leapHours > 0)) {
            throw new IllegalArgumentException("must be > 0: temperature = " + temperature + ", thoughts_per_hour = "
                    + thoughtsPerHour + ", leap_hours = " + leapHours);
        }
    }
}
