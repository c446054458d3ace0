package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.ShardId;
import viva.life.conversation.Bereavement;
import viva.life.conversation.MessageTable;
import viva.life.decision.Change;
import viva.life.encounter.BlockTable;
import viva.life.history.ForgettingTable;
import viva.life.history.SampleTable;
import viva.life.resident.MindTable;

/**
 * Writes what one transaction of a shard erases. Rows that the transactions of other shards and the job behind {@link ForgettingTable} write as well are
 * locked in one order: first what that job works on, then encounters.
 */
final class ErasureWriter {
    private final Set<AvatarId> erased = new LinkedHashSet<>();
    private final Set<AvatarId> tombstones = new LinkedHashSet<>();
    private final Map<ConversationId, AvatarId> dissolved = new LinkedHashMap<>();
    private final List<Change.HistoryForgets> forgettings = new ArrayList<>();

    void erase(AvatarId avatar) {
        erased.add(avatar);
    }

    /** Once more, of one that was erased before: with its tombstone goes its id. */
    void eraseTombstone(AvatarId avatar) {
        erased.add(avatar);
        tombstones.add(avatar);
    }

    void forget(Change.HistoryForgets forgetting) {
        forgettings.add(forgetting);
    }

    /** One side of an encounter is gone: of what was said the other side's lines stay. */
    void dissolve(ConversationId encounter, AvatarId gone) {
        dissolved.put(encounter, gone);
    }

    /** Writes all of it, after everything else that the transaction writes. */
    Uni<Void> write(SqlConnection tx, ShardId shard) {
        if (erased.isEmpty() && dissolved.isEmpty() && forgettings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<AvatarId> gone = new HashSet<>(erased);
        gone.addAll(dissolved.values());
        return ForgettingTable.add(tx, shard, forgettings)
                .chain(() -> ForgettingTable.erase(tx, shard, erased))
                .chain(() -> Bereavement.of(tx, gone, dissolved.keySet()))
                .chain(() -> BlockTable.erase(tx, shard, erased))
                .chain(() -> MessageTable.erase(tx, shard, erased))
                .chain(() -> SampleTable.erase(tx, shard, erased))
                .chain(() -> MindTable.bury(tx, shard, tombstones));
    }
}
