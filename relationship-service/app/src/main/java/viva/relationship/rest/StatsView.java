package viva.relationship.rest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.relationship.ledger.Tally;

/**
 * All bonds of an avatar in numbers, as it sees them.
 *
 * @param byStatus every status, those without a bond included
 * @param averageFamiliarity in [0, 1]; 0 without bonds, as the other averages
 */
public record StatsView(
        AvatarId avatarId,
        long total,
        Map<BondStatus, Long> byStatus,
        double averageFamiliarity,
        double averageTrust,
        double averageAffection) {
    static StatsView of(AvatarId avatar, List<Tally> tallies) {
        Map<BondStatus, Long> byStatus = new EnumMap<>(BondStatus.class);
        for (BondStatus status : BondStatus.values()) {
            byStatus.put(status, 0L);
        }
        tallies.forEach(tally -> byStatus.put(tally.status(), tally.count()));
        long total = tallies.stream().mapToLong(Tally::count).sum();
        return new StatsView(
                avatar,
                total,
                byStatus,
                mean(tallies, total, Tally::familiarity),
                mean(tallies, total, Tally::trust),
                mean(tallies, total, Tally::affection));
    }

    private static double mean(List<Tally> tallies, long total, ToDoubleFunction<Tally> sum) {
        return total == 0 ? 0 : tallies.stream().mapToDouble(sum).sum() / total;
    }
}
