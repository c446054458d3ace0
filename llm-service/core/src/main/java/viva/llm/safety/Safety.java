package viva.llm.safety;

import java.util.Locale;

/**
 * What must never be missed in a message, read by rules and a model as a second opinion; the first 2,000 characters count. A function of its
 * arguments that takes at most a millisecond or two; safe for concurrent use. Loading it reads the rule books and models once.
 */
public final class Safety {
    /** From here on, in [0, 1], a certainty counts as heard. */
    public static final double HEARD = .5;

    private final RecentCertainties distress = new RecentCertainties(new DistressDetector()::certainty);
    private final RecentCertainties nature = new RecentCertainties(new NatureQuestion()::certainty);

    private Safety() {}

    /** The one instance of this process, loaded when it is first asked for. */
    public static Safety instance() {
        return Holder.INSTANCE;
    }

    /**
     * How certain it is that the author may be in danger of harming themselves, in [0, 1].
     *
     * @param hint the language that the avatar speaks; every language is listened for, whatever it is
     */
    public double distress(String text, Locale hint) {
        return distress.of(text);
    }

    /** How certain it is that the author asks whether a person or a machine answers, in [0, 1]; {@code hint} as above. */
    public double asksNature(String text, Locale hint) {
        return nature.of(text);
    }

    private static final class Holder {
        static final Safety INSTANCE = new Safety();
    }
}
