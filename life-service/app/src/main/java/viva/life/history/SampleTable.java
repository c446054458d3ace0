package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.StateView;
import viva.life.folding.EmotionLevels;
import viva.life.mind.MindCodec;
import viva.life.mind.Model;

/** The table {@code mind_sample}. */
public final class SampleTable {
    private static final String APPEND =
            "INSERT INTO mind_sample (shard_id, avatar_id, at, world_millis, tick, mood, wellbeing, energy, social, stimulation, "
                    + "comfort, emotions, activity, desire, asleep, mind, model) "
                    + "SELECT $1, a, t, w, n, mo, we, en, so, st, co, em::real[], ac, de, sl, mi, $17 FROM unnest($2::uuid[], "
                    + "$3::timestamptz[], $4::bigint[], $5::bigint[], $6::real[], $7::real[], $8::real[], $9::real[], $10::real[], "
                    + "$11::real[], $12::text[], $13::text[], $14::text[], $15::boolean[], $16::bytea[]) "
                    + "AS s (a, t, w, n, mo, we, en, so, st, co, em, ac, de, sl, mi) ON CONFLICT DO NOTHING";
    private static final String ERASE = "DELETE FROM mind_sample WHERE shard_id = $1 AND avatar_id = ANY($2)";
    private static final String ERASE_ROLL_UPS = "SELECT forget_roll_ups($1, $2)";

    private SampleTable() {}

    /** Appends samples of one shard; one that is there already stays as it is. */
    public static Uni<Void> append(SqlClient tx, ShardId shard, List<Sample> samples) {
        if (samples.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addInteger(shard.value())
                .addArrayOfUUID(of(samples, UUID.class, s -> s.resident().id().value()))
                .addArrayOfOffsetDateTime(of(samples, OffsetDateTime.class, s -> s.at().atOffset(ZoneOffset.UTC)))
                .addArrayOfLong(
                        of(samples, Long.class, s -> s.state().worldTime().millis()))
                .addArrayOfLong(of(samples, Long.class, s -> s.resident().mind().tick()));
        List<Function<StateView, Double>> readings = List.of(
                StateView::mood,
                StateView::wellbeing,
                StateView::energy,
                StateView::social,
                StateView::stimulation,
                StateView::comfort);
        for (Function<StateView, Double> reading : readings) {
            columns.addArrayOfFloat(
                    of(samples, Float.class, s -> reading.apply(s.state()).floatValue()));
        }
        columns.addArrayOfString(of(samples, String.class, s -> emotions(s.state())))
                .addArrayOfString(of(samples, String.class, s -> s.state().activity()))
                .addArrayOfString(of(samples, String.class, s -> s.state().desire()))
                .addArrayOfBoolean(of(samples, Boolean.class, s -> s.state().asleep()))
                .addValue(of(
                        samples,
                        Buffer.class,
                        s -> Buffer.buffer(MindCodec.encode(s.resident().mind()))))
                .addInteger(Model.VERSION);
        return tx.preparedQuery(APPEND).execute(columns).replaceWithVoid();
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] of(List<Sample> samples, Class<T> type, Function<Sample, T> column) {
        return samples.stream().map(column).toArray(size -> (T[]) Array.newInstance(type, size));
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
