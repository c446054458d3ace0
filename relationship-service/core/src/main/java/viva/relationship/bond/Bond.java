package viva.relationship.bond;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import viva.contracts.BondStatus;
import viva.contracts.WorldTime;

/** What is between two avatars, as of their last contact. */
public record Bond(Pair pair, Standing standing, Shared shared, Stance first, Stance second, History history) {

    /** Two avatars that never met before. */
    public static Bond between(Pair pair, WorldTime at) {
        return new Bond(pair, Standing.strangers(at), Shared.NEW, Stance.NEW, Stance.NEW, History.beginning(at));
    }

    public BondStatus status() {
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
    public BondStatus statusSeenBy(Side side) {
        boolean feelsIt = !BondParameters.DEFAULT
                .attraction()
                .isLostBy(stance(side).attraction().value());
        return status() == BondStatus.CRUSH && !feelsIt ? BondStatus.FRIENDS : status();
    }

    /** An encounter of the two, told from {@code side}; one that is said to be before the last contact counts as of then. */
    public Evolution evolve(Side side, Deltas deltas, WorldTime at, BondParameters parameters) {
        WorldTime now = notBeforeLastContact(at);
        Bond met = after(Impact.told(side, deltas), now, parameters);
        return new Evolution(this, met.step(met.drift(now, parameters), now));
    }

    /**
     * A conversation of the two, and what they decided in it: one evolution, or two when the decision became possible only by the
     * conversation. A decision for which there is no step either way changes nothing. A decision that was possible before they
     * talked stands, whatever else the talk would have made of them: a couple that breaks up in a quarrel is not complicated first.
     */
    public List<Evolution> meet(Meeting meeting, WorldTime at, BondParameters parameters) {
        WorldTime now = notBeforeLastContact(at);
        double hours = now.hoursSince(history.lastContact());
        Impact impact = meeting.on(this, familiarityAt(now, parameters), hours, parameters.meeting());
        Bond met = after(impact, now, parameters);
        Optional<BondStatus> decided = meeting.decision().flatMap(turn -> turn.from(status()));
        if (decided.isPresent()) {
            return List.of(new Evolution(this, met.step(decided.get(), now)));
        }
        Bond drifted = met.step(met.drift(now, parameters), now);
        Stream<Evolution> late = meeting.decision().flatMap(turn -> drifted.decide(turn, now)).stream();
        return Stream.concat(Stream.of(new Evolution(this, drifted)), late).toList();
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

    /** The numbers after an encounter, with the status still as it was. */
    private Bond after(Impact impact, WorldTime now, BondParameters parameters) {
        double hours = now.hoursSince(history.lastContact());
        double tieHours = history.lastContact().hoursSince(history.metAt());
        Shared together = shared.after(hours, tieHours, impact, parameters);
        Bond met = new Bond(
                pair,
                standing,
                together,
                first.after(impact.first(), together),
                second.after(impact.second(), together),
                history.contact(now));
        return met.with(standing.committed(met.commitment(), now, parameters));
    }

    /** The status that comes over them with these numbers. */
    private BondStatus drift(WorldTime now, BondParameters parameters) {
        return new StatusRules(this, now, parameters).next();
    }

    private Bond step(BondStatus next, WorldTime at) {
        return new Bond(pair, standing.to(next, at), shared, first, second, history.step(status(), next));
    }

    private Bond with(Standing changed) {
        return new Bond(pair, changed, shared, first, second, history);
    }

    private WorldTime notBeforeLastContact(WorldTime at) {
        return at.compareTo(history.lastContact()) < 0 ? history.lastContact() : at;
    }
}
