package viva.society.world;

import viva.contracts.ConversationOutcome;

/** How conversations go on average. */
public final class Tally {
    private long count;
    private long turns;
    private double depth;
    private double understanding;
    private double enjoyment;
    private double flirtation;
    private double conflict;
    private double vulnerability;

    void add(ConversationOutcome outcome) {
        count++;
        turns += outcome.turns();
        depth += outcome.depth();
        understanding += outcome.mutualUnderstanding();
        enjoyment += (outcome.hostEnjoyment() + outcome.guestEnjoyment()) / 2;
        flirtation += outcome.flirtation();
        conflict += outcome.conflict();
        vulnerability += outcome.vulnerability();
    }

    /** How many took place. */
    public long count() {
        return count;
    }

    /** Means over all conversations; the shares are in [0, 1]. */
    public record Means(
            double turns,
            double depth,
            double mutualUnderstanding,
            double enjoyment,
            double flirtation,
            double conflict,
            double vulnerability) {}

    /** Not numbers when there was no conversation. */
    public Means means() {
        double all = count == 0 ? Double.NaN : count;
        return new Means(
                turns / all,
                depth / all,
                understanding / all,
                enjoyment / all,
                flirtation / all,
                conflict / all,
                vulnerability / all);
    }
}
