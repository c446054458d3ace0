package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.StateView;
import viva.life.folding.EmotionLevels;
import viva.life.mind.MindCodec;
import viva.life.mind.Model;
import viva.platform.columns.Columns;

/** The table {@code mind_sample}. */
public final class SampleTable {
    private static final Columns<Sample> TAKEN = new Columns<Sample>()
            .uuid("avatar_id", sample -> sample.resident().id().value())
            .timestamptz("at", Sample::at)
            .bigint("world_millis", sample -> sample.state().worldTime().millis())
            .bigint("tick", sample -> sample.resident().mind().tick())
            .real("mood", sample -> (float) sample.state().mood())
            .real("wellbeing", sample -> (float) sample.state().wellbeing())
            .real("energy", sample -> (float) sample.state().energy())
            .real("social", sample -> (float) sample.state().social())
            .real("stimulation", sample -> (float) sample.state().stimulation())
            .real("comfort", sample -> (float) sample.state().comfort())
            .cast("emotions", "real[]", sample -> emotions(sample.state()))
            .text("activity", sample -> sample.state().activity())
            .text("desire", sample -> sample.state().desire())
            .bool("asleep", sample -> sample.state().asleep())
            .bytea("mind", sample -> MindCodec.encode(sample.resident().mind()));
    private static final String APPEND = """
            insert into mind_sample (shard_id, model, %s) select $1, $2, %s from %s on conflict do nothing
            """.formatted(TAKEN.names(), TAKEN.values(), TAKEN.rows(2));
    private static final String ERASE = "delete from mind_sample where shard_id = $1 and avatar_id = any($2)";
    private static final String ERASE_ROLL_UPS = "select forget_roll_ups($1, $2)";

    private SampleTable() {}

    /** Appends samples of one shard; one that is there already stays as it is. */
    public static Uni<Void> append(SqlClient tx, ShardId shard, List<Sample> samples) {
        return TAKEN.execute(tx, APPEND, samples, shard.value(), Model.VERSION);
    }

    /** As an array literal: PostgreSQL would unnest an array of arrays into its elements. */
    private static String emotions(StateView state) {
        return Arrays.stream(EmotionLevels.all(state.emotions()))
                .mapToObj(level -> Float.toString((float) level))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Deletes everything that samples and roll-ups tell of these avatars. */
    public static Uni<Void> erase(SqlClient tx, ShardId shard, Collection<AvatarId> avatars) {
        if (avatars.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple of = Tuple.of(shard.value(), avatars.stream().map(AvatarId::value).toArray(UUID[]::new));
        return Upkeep.liftDecompressionLimit(tx)
                .chain(() -> tx.preparedQuery(ERASE).execute(of))
                .chain(() -> tx.preparedQuery(ERASE_ROLL_UPS).execute(of))
                .replaceWithVoid();
    }
}
