package viva.relationship.bond;

import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

/** Bonds to begin a test with. */
final class Bonds {
    static final AvatarId ANA = AvatarId.of("00000000-0000-7000-8000-000000000001");
    static final AvatarId BEN = AvatarId.of("00000000-0000-7000-8000-000000000002");
    static final Pair PAIR = Pair.of(ANA, BEN);
    static final BondParameters PARAMETERS = BondParameters.DEFAULT;

    private Bonds() {}

    static WorldTime hour(double hours) {
        return new WorldTime(Math.round(hours * WorldTime.MILLIS_PER_HOUR));
    }

    static Bond strangers() {
        return Bond.between(PAIR, hour(0));
    }

    static Bond with(BondStatus status, double familiarity, double trust, double affection, double attraction) {
        Bond bond = strangers();
        Stance stance = new Stance(new UnitInterval(affection), new UnitInterval(attraction), Feelings.NONE);
        return new Bond(
                bond.pair(),
                new Standing(status, BondStatus.FRIENDS, hour(0), null),
                new Shared(new UnitInterval(familiarity), new UnitInterval(trust), Affect.NONE),
                stance,
                stance,
                bond.history());
    }

    static Bond meet(Bond bond, double familiarity, double trust, double affection, double attraction, double hour) {
        Deltas deltas = new Deltas(familiarity, trust, affection, attraction);
        return bond.evolve(Side.FIRST, deltas, hour(hour), PARAMETERS).after();
    }
}
