package viva.life.mind;

import viva.life.feeling.FeelingParameters;
import viva.life.need.NeedParameters;
import viva.life.sleep.SleepParameters;

/** Every constant of the life model. One world has one set of them: changing it changes how stored minds go on. */
public record LifeParameters(
        SleepParameters sleep, NeedParameters needs, FeelingParameters feelings, ActivityParameters activities) {
    public static final LifeParameters DEFAULT = new LifeParameters(
            SleepParameters.DEFAULT, NeedParameters.DEFAULT, FeelingParameters.DEFAULT, ActivityParameters.DEFAULT);
}
