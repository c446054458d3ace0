package viva.relationship.bond;

import java.util.Optional;
import viva.contracts.WorldTime;

/** What is between two avatars, as of their last contact. */
public record Bond(Pair pair, Standing standing, Shared shared, Stance first, Stance second, History history) {

    /** Two avatars that never met before. */
    public static Bond between(Pair pair, WorldTime at) {
        return new Bond(pair, Standing.strangers(at), Shared.NEW, Stance.NEW, Stance.NEW, History.beginning(at));
    }

    public Status status() {
        return standing.status();
    }

    public Stance stance(Side side) {
        return switch (side) {
            case FIRST -> first;
            case SECOND -> second;
        };
    }

    /**
     * The status as one side knows it: who is not in love sees a friend where the other has a crush, and does not learn of it.
     */
    public Status statusSeenBy(Side side) {
        boolean feelsIt = !BondParameters.DEFAULT
                .attraction()
                .isLostBy(stance(side).attraction().value());
        return status() == Status.CRUSH && !feelsIt ? Status.FRIENDS : status();
    }

    /** An encounter of the two, told from {@code side}; one that is said to be before the last contact counts as of then. */
    public Evolution evolve(Side side, Deltas deltas, WorldTime at, BondParameters parameters) {
        WorldTime now = notBeforeLastContact(at);
        double hours = now.hoursSince(history.lastContact());
        double tieHours = history.lastContact().hoursSince(history.metAt());
        Shared together = shared.after(hours, tieHours, deltas, parameters);
        Stance one = stance(side).after(deltas, together);
        Stance other = stance(side.other()).after(Deltas.NONE, together);
        Bond met = new Bond(
                pair,
                standing,
                together,
                side == Side.FIRST ? one : other,
                side == Side.FIRST ? other : one,
                history.contact(now));
        Bond committed = met.with(standing.committed(met.commitment(), now, parameters));
        return new Evolution(this, committed.step(new StatusRules(committed, now, parameters).next(), now));
    }

    /** A decision of the two; empty when there is no such step from their status. */
    public Optional<Evolution> decide(TurningPoint turningPoint, WorldTime at) {
        WorldTime now = notBeforeLastContact(at);
        return turningPoint.from(status()).map(next -> new Evolution(this, step(next, now)));
    }

    /** The familiarity at an instant without contact since, in [0, 1]. */
    public double familiarityAt(WorldTime at, BondParameters parameters) {
        double hours = notBeforeLastContact(at).hoursSince(history.lastContact());
        double tieHours = history.lastContact().hoursSince(history.metAt());
        return parameters.fading().of(shared.familiarity().value(), hours, tieHours);
    }

    /** The mean of trust and of both sides' mean affection, in [0, 1]. */
    double warmth() {
        double affection = (first.affection().value() + second.affection().value()) / 2;
        return (shared.trust().value() + affection) / 2;
    }

    double strongerAttraction() {
        return Math.max(first.attraction().value(), second.attraction().value());
    }

    double weakerAttraction() {
        return Math.min(first.attraction().value(), second.attraction().value());
    }

    private double commitment() {
        double affection =
                Math.min(first.affection().value(), second.affection().value());
        return Math.min(shared.trust().value(), affection);
    }

    private Bond step(Status next, WorldTime at) {
        return new Bond(pair, standing.to(next, at), shared, first, second, history.step(status(), next));
    }

    private Bond with(Standing changed) {
        return new Bond(pair, changed, shared, first, second, history);
    }

    private WorldTime notBeforeLastContact(WorldTime at) {
        return at.compareTo(history.lastContact()) < 0 ? history.lastContact() : at;
    }
}
