package viva.society.world;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viva.contracts.BondStatus;
import viva.contracts.ConversationOutcome;
import viva.contracts.WorldTime;
import viva.life.mind.Input;
import viva.relationship.bond.Bond;
import viva.relationship.bond.BondParameters;
import viva.relationship.bond.Meeting;
import viva.relationship.bond.Pair;
import viva.relationship.bond.Side;

/** What is between everybody who ever talked, as the relationship service would keep it. */
public final class Bonds {
    private final Map<Pair, Bond> bonds = new HashMap<>();

    /** A conversation that {@code host} began is over. */
    Bond met(Inhabitant host, Inhabitant guest, ConversationOutcome outcome, WorldTime at) {
        Pair pair = Pair.of(host.id(), guest.id());
        Bond before = bonds.getOrDefault(pair, Bond.between(pair, at));
        Bond after = before.meet(new Meeting(pair.sideOf(host.id()), outcome), at, BondParameters.DEFAULT)
                .getLast()
                .after();
        bonds.put(pair, after);
        return after;
    }

    /** The news of a bond, as {@code one} of the two hears it. */
    static Input.Tied news(Bond bond, Inhabitant one, WorldTime at) {
        Side side = bond.pair().sideOf(one.id());
        return new Input.Tied(
                at,
                bond.pair().on(side.other()),
                bond.statusSeenBy(side),
                bond.shared().familiarity().value(),
                bond.shared().trust().value(),
                bond.stance(side).affection().value(),
                bond.stance(side).attraction().value(),
                bond.history().encounters());
    }

    /** How many pairs have which status; pairs who never talked are not counted. */
    public Map<BondStatus, Long> byStatus() {
        Map<BondStatus, Long> counts = new EnumMap<>(BondStatus.class);
        for (BondStatus status : BondStatus.values()) {
            counts.put(status, 0L);
        }
        bonds.values().forEach(bond -> counts.merge(bond.status(), 1L, Long::sum));
        return counts;
    }

    /** All of them, in the order of their pairs. */
    List<Bond> inOrder() {
        return bonds.values().stream()
                .sorted(Comparator.comparing((Bond bond) -> bond.pair().first().value())
                        .thenComparing(bond -> bond.pair().second().value()))
                .toList();
    }
}
