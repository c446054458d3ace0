package viva.matchmaker.score;

import viva.contracts.AttachmentStyle;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;

/** How styles go together, in [0, 1]; each the same in both directions. */
public final class Chemistry {
    private static final double SAME = 1.0;
    private static final double OTHER_LANGUAGE = 0.5;
    private static final double HUMOR_WEIGHT = 0.6;
    private static final double LOVE_LANGUAGE_WEIGHT = 0.4;

    private Chemistry() {}

    /** Sixty per cent humor, forty per cent love language. */
    public static double communication(HumorStyle h1, LoveLanguage l1, HumorStyle h2, LoveLanguage l2) {
        return HUMOR_WEIGHT * h1.match(h2) + LOVE_LANGUAGE_WEIGHT * (l1 == l2 ? SAME : OTHER_LANGUAGE);
    }

    /** How secure two attachment styles make each other; anxious with avoidant is the classic trap. */
    public static double attachment(AttachmentStyle one, AttachmentStyle other) {
        if (one == other) {
            return switch (one) {
                case SECURE -> 1.0;
                case ANXIOUS -> 0.5;
                case AVOIDANT -> 0.4;
                case FEARFUL -> 0.3;
            };
        }
        if (one == AttachmentStyle.SECURE || other == AttachmentStyle.SECURE) {
            return 0.75;
        }
        return one == AttachmentStyle.FEARFUL || other == AttachmentStyle.FEARFUL ? 0.3 : 0.25;
    }
}
