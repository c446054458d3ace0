package viva.society.world;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import viva.contracts.ConversationOutcome;
import viva.contracts.message.InvitationAnswerV1;

/** What comes of invitations, and how conversations go on average. */
public final class Tally {
    /** What an answer without a reason to decline counts as. */
    private static final String ACCEPTED = "accepted";

    private final Map<String, Long> answers = new TreeMap<>();
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

    void add(InvitationAnswerV1 answer) {
        answers.merge(answer.declined() == null ? ACCEPTED : answer.declined().label(), 1L, Long::sum);
    }

    /** How many invitations were {@value #ACCEPTED}, and how many were declined for which reason, such as {@code asleep}. */
    public Map<String, Long> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** How many conversations took place. */
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
