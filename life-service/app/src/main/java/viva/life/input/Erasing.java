package viva.life.input;

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
import viva.life.encounter.BlockTable;
import viva.life.history.ForgettingTable;
import viva.life.history.SampleTable;
import viva.life.resident.MindTable;

/**
 * What one transaction of a shard erases. Rows that the transactions of other shards and the job behind {@link ForgettingTable} write as well are locked
 * in one order: first what that job works on, then encounters.
 */
final class Erasing {
    private final Set<AvatarId> erased = new LinkedHashSet<>();
    private final Set<AvatarId> buried = new LinkedHashSet<>();
    private final Map<ConversationId, AvatarId> forgotten = new LinkedHashMap<>();
    private final List<ForgettingTable.Pair> forgettings = new ArrayList<>();

    void erase(AvatarId avatar) {
        erased.add(avatar);
    }

    /** Once more, of one that was erased before: with its mark goes its id. */
    void bury(AvatarId tombstone) {
        erased.add(tombstone);
        buried.add(tombstone);
    }

    /** The id of {@code gone} is to be taken out of the past of {@code stays}. */
    void forget(AvatarId stays, AvatarId gone) {
        forgettings.add(new ForgettingTable.Pair(stays, gone));
    }

    /** One of the two is gone: of what they said stays what the other one said. */
    void forget(ConversationId encounter, AvatarId gone) {
        forgotten.put(encounter, gone);
    }

    Set<AvatarId> erased() {
        return erased;
    }

    boolean isForgotten(ConversationId encounter) {
        return forgotten.containsKey(encounter);
    }

    /** Writes all of it, after everything else that the transaction writes. */
    Uni<Void> write(SqlConnection tx, ShardId shard) {
        if (erased.isEmpty() && forgotten.isEmpty() && forgettings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<AvatarId> gone = new HashSet<>(erased);
        gone.addAll(forgotten.values());
        return ForgettingTable.add(tx, shard, forgettings)
                .chain(() -> ForgettingTable.erase(tx, shard, erased))
                .chain(() -> Bereavement.of(tx, gone, forgotten.keySet()))
                .chain(() -> BlockTable.erase(tx, shard, erased))
                .chain(() -> MessageTable.erase(tx, shard, erased))
                .chain(() -> SampleTable.erase(tx, shard, erased))
                .chain(() -> MindTable.bury(tx, shard, buried));
    }
}
