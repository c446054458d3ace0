package viva.relationship.bond;

import java.util.Optional;
import java.util.stream.Stream;
import viva.contracts.ConversationOutcome;

/**
 * A conversation of the two, and what it does to their bond.
 *
 * @param host the side that began it
 */
public record Meeting(Side host, ConversationOutcome outcome) {
    private static final String NO_TO_DATING = "no_to_dating";

    /** Shared hours after which 1 − 1/e of all familiarity is reached (after Hall 2018). */
    private static final double FAMILIARITY_HOURS = 100;

    /** An unpleasant talk costs less affection than a pleasant one brings: people come back to those who bored them once. Ours. */
    private static final double DISPLEASURE = 0.5;

    public Meeting {
        if (outcome.turns() < 1) {
            throw new IllegalArgumentException("must be at least 1: turns = " + outcome.turns());
        }
        require("depth", outcome.depth());
        require("mutual understanding", outcome.mutualUnderstanding());
        require("host enjoyment", outcome.hostEnjoyment());
        require("guest enjoyment", outcome.guestEnjoyment());
        require("flirtation", outcome.flirtation());
        require("conflict", outcome.conflict());
        require("vulnerability", outcome.vulnerability());
        require("humor match", outcome.humorMatch());
    }

    /** What they decided in it; empty also when the label is one that this service does not know. */
    Optional<TurningPoint> decision() {
        return Stream.of(TurningPoint.values())
                .filter(turn -> turn.label().equals(outcome.turningPoint()))
                .findFirst();
    }

    /**
     * What it does to the bond as it was before.
     *
     * @param familiarity what is left of the familiarity at its time
     * @param hours world hours since the last contact
     */
    Impact on(Bond before, double familiarity, double hours, MeetingParameters parameters) {
        double weight = parameters.hours(outcome.turns(), outcome.depth());
        double closer = (1 - familiarity) * -StrictMath.expm1(-weight / FAMILIARITY_HOURS);
        Shift trust = trust(parameters);
        Shift first = affection(Side.FIRST, parameters);
        Shift second = affection(Side.SECOND, parameters);
        return new Impact(
                closer,
                trust.of(before.shared().trust().value()),
                leaning(Side.FIRST, first, before, hours, parameters),
                leaning(Side.SECOND, second, before, hours, parameters),
                new Affect(
                        trust.up() + (first.up() + second.up()) / 2,
                        trust.down() + (first.down() + second.down()) / 2));
    }

    /** Understanding builds trust, most of all when somebody showed themselves; conflict costs it. */
    private Shift trust(MeetingParameters parameters) {
        double understood = outcome.mutualUnderstanding() * (1 + outcome.vulnerability()) / 2;
        return new Shift(parameters.trustPace() * understood, parameters.trustHarm() * outcome.conflict());
    }

    /** Joy is worth more with somebody whose jokes land, from three quarters to five quarters. */
    private Shift affection(Side side, MeetingParameters parameters) {
        double joy = 2 * enjoyment(side) - 1;
        double humor = 0.75 + 0.5 * outcome.humorMatch();
        double displeasure = DISPLEASURE * parameters.affectionPace() * Math.max(-joy, 0);
        double refusal = wasRefused(side) ? parameters.refusedAffection() : 0;
        return new Shift(
                parameters.affectionPace() * humor * Math.max(joy, 0),
                displeasure + parameters.affectionHarm() * outcome.conflict() + refusal);
    }

    private Leaning leaning(Side side, Shift affection, Bond before, double hours, MeetingParameters parameters) {
        Stance stance = before.stance(side);
        double attraction = stance.attraction().value();
        double left = attraction * StrictMath.pow(2, -hours / parameters.attractionHalfLifeHours());
        double spark = outcome.flirtation() * Math.max(2 * enjoyment(side) - 1, 0);
        double drawn = left + new Shift(parameters.attractionPace() * spark, 0).of(left);
        double kept = wasRefused(side) ? drawn * (1 - parameters.refusedAttraction()) : drawn;
        return new Leaning(affection.of(stance.affection().value()), kept - attraction);
    }

    private double enjoyment(Side side) {
        return side == host ? outcome.hostEnjoyment() : outcome.guestEnjoyment();
    }

    /** Only the host asks in its own conversation. */
    private boolean wasRefused(Side side) {
        return side == host && NO_TO_DATING.equals(outcome.turningPoint());
    }

    private static void require(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("must be in [0,1]: " + name + " = " + value);
        }
    }

    /** A push up, as a share of the way to 1, and one down, as a share of the way to 0. */
    private record Shift(double up, double down) {
        double of(double value) {
            return up * (1 - value) - Math.min(down, 1) * value;
        }
    }
}
