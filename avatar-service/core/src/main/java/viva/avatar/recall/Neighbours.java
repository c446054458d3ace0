package viva.avatar.recall;

/**
 * How much of the turns before a memory counts for it: what was said last is often what it answers. Turns are neighbours within an hour.
 *
 * @param turns how many of them are read with its words; 0 or more
 * @param meaning how much the cosine of the turn just before it counts beside its own, in [0, 1]
 */
public record Neighbours(int turns, double meaning) {
    /** Chosen on the tuning half of the dialogues in {@code load/dialogues}; the figures are in {@code docs/benchmarks.md}. */
    public static final Neighbours DEFAULT = new Neighbours(2, .1);

    public static final Neighbours NONE = new Neighbours(0, 0);

    public Neighbours {
        if (turns < 0 || !(meaning >= 0 && meaning <= 1)) {
            throw new IllegalArgumentException(
                    "must be 0 turns or more, and a meaning in [0,1]: " + turns + ", " + meaning);
        }
    }

    /** The mean of a memory's own score and that of the turn before it; its own where one of them is not known. */
    double mean(double own, double before) {
        return Double.isNaN(before) || Double.isNaN(own) ? own : (own + meaning * before) / (1 + meaning);
    }
}
