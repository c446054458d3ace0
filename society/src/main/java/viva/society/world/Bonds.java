package viva.society.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viva.contracts.BondStatus;
import viva.contracts.WorldTime;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.TieV1;
import viva.relationship.bond.Bond;
import viva.relationship.bond.BondParameters;
import viva.relationship.bond.Evolution;
import viva.relationship.bond.Meeting;
import viva.relationship.bond.Pair;

/** What is between everybody who ever talked, as the relationship service keeps it. */
public final class Bonds {
    private final Map<Pair, Kept> bonds = new HashMap<>();

    /** A bond as it is stored; its version counts its changes. */
    private record Kept(Bond bond, long version) {}

    /** Writes down what a conversation did to a bond, and says what both minds are told of it. */
    List<TieV1> count(ConversationEndedV1 ended) {
        Pair pair = Pair.of(ended.avatarId(), ended.otherId());
        Kept before = bonds.getOrDefault(pair, new Kept(Bond.between(pair, ended.endedAt()), 0));
        Meeting meeting = new Meeting(pair.sideOf(ended.avatarId()), ended.outcome());
        List<Evolution> steps = before.bond().meet(meeting, ended.endedAt(), BondParameters.DEFAULT);
        bonds.put(pair, new Kept(steps.getLast().after(), before.version() + steps.size()));
        List<TieV1> told = new ArrayList<>();
        long version = before.version();
        for (Evolution step : steps) {
            version++;
            WorldTime at = step.after().history().lastContact();
            for (BondEvent event : step.told(version, ended.conversationId()).parts()) {
                if (event instanceof BondChangedV1 changed) {
                    told.add(TieV1.of(changed, at));
                }
            }
        }
        return told;
    }

    /** How many pairs have which status; pairs who never talked are not counted. */
    public Map<BondStatus, Long> byStatus() {
        Map<BondStatus, Long> counts = new EnumMap<>(BondStatus.class);
        for (BondStatus status : BondStatus.values()) {
            counts.put(status, 0L);
        }
        bonds.values().forEach(kept -> counts.merge(kept.bond().status(), 1L, Long::sum));
        return counts;
    }

    /** How often a bond has changed. */
    long version(Pair pair) {
        return bonds.get(pair).version();
    }

    /** All of them, in the order of their pairs. */
    List<Bond> inOrder() {
        return bonds.values().stream()
                .map(Kept::bond)
                .sorted(Comparator.comparing((Bond bond) -> bond.pair().first().value())
                        .thenComparing(bond -> bond.pair().second().value()))
                .toList();
    }
}
