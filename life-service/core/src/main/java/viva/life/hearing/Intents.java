package viva.life.hearing;

import java.util.Locale;
import java.util.Map;

/** What a text wants, by rules: a function of its arguments. */
@FunctionalInterface
public interface Intents {
    /** The intent of somebody who may be in danger of harming themselves. */
    String DISTRESS = "distress";

    /** The intent of somebody who says that it is better now. */
    String FEELING_BETTER = "feeling_better";

    /** Strengths in [0, 1] by label in lower snake case; absent means 0. {@code hint} as for {@link Reader#read}. */
    Map<String, Double> of(String text, Locale hint);
}
