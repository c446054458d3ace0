package viva.life.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import viva.contracts.ShardId;

/**
 * What a replica should do next, decided from the rows that everybody sees.
 *
 * @param claims shards that are free and should be this replica's, at the epoch that was seen
 * @param surrenders shards of this replica that should be another's: drain, then release
 * @param losses shards that this replica thought it held: somebody claimed them
 * @param releases shards that stand in this replica's name though it neither holds nor wants them
 * @param settled whether every shard is where it should be
 */
record Plan(List<Lease> claims, List<Lease> surrenders, List<Lease> losses, List<Lease> releases, boolean settled) {
    /**
     * Decides.
     *
     * @param held the epochs this replica holds shards at, those it is draining included
     */
    static Plan of(ReplicaId me, Map<ShardId, Epoch> held, Roster roster) {
        Map<ShardId, ReplicaId> owners = Assignment.of(roster.willing());
        List<Lease> claims = new ArrayList<>();
        List<Lease> surrenders = new ArrayList<>();
        List<Lease> losses = new ArrayList<>();
        List<Lease> releases = new ArrayList<>();
        boolean settled = true;
        for (Map.Entry<ShardId, Roster.Holding> row : roster.holdings().entrySet()) {
            ShardId shard = row.getKey();
            Roster.Holding holding = row.getValue();
            Lease seen = new Lease(shard, holding.epoch());
            Epoch mine = held.get(shard);
            boolean lost = mine != null && !(mine.equals(holding.epoch()) && me.equals(holding.owner()));
            boolean holds = mine != null && !lost;
            boolean wanted = me.equals(owners.get(shard));
            if (lost) {
                losses.add(new Lease(shard, mine));
            }
            if (wanted && !holds && !holding.isHeldBySomebodyElse(me)) {
                claims.add(seen);
            } else if (!wanted && holds) {
                surrenders.add(seen);
            } else if (!wanted && me.equals(holding.owner())) {
                releases.add(seen);
            }
            settled &= wanted == holds;
        }
        return new Plan(claims, surrenders, losses, releases, settled);
    }
}
