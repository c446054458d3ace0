package viva.matchmaker.score;

/** How much each part counts for the total. They add up to 1. */
public final class Weights {
    public static final double PERSONALITY = 0.35;
    public static final double INTERESTS = 0.25;
    public static final double VALUES = 0.25;
    public static final double COMMUNICATION = 0.15;

    private Weights() {}
}
