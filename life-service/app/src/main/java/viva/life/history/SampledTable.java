package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.contracts.Emotions;
import viva.contracts.Needs;
import viva.contracts.ShardId;
import viva.contracts.StateView;
import viva.contracts.WorldTime;
import viva.life.feeling.Feeling;
import viva.life.folding.EmotionLevels;
import viva.life.mind.StateViews;

/** What {@code mind_sample} says of an avatar by itself: how it was when it was sampled, whichever model lived it. */
final class SampledTable {
    private static final String READINGS =
            "s.world_millis, s.mood, s.wellbeing, s.energy, s.social, s.stimulation, s.comfort, s.emotions, s.activity, s.desire, s.asleep";
    private static final String BEFORE = "SELECT i.at AS wanted, " + READINGS
            + " FROM unnest($3::timestamptz[]) AS i (at) CROSS JOIN LATERAL (SELECT * FROM mind_sample WHERE shard_id = $1 "
            + "AND avatar_id = $2 AND at <= i.at ORDER BY at DESC LIMIT 1) AS s ORDER BY i.at";
    private static final String AFTER = "SELECT s.at AS wanted, " + READINGS
            + " FROM mind_sample s WHERE shard_id = $1 AND avatar_id = $2 AND at > $3 ORDER BY at LIMIT 1";

    private SampledTable() {}

    /** How an avatar was in its latest sample before each instant, as points of these instants; those before its first one are left out. */
    static Uni<List<Point>> points(SqlClient client, AvatarId avatar, List<Instant> instants) {
        if (instants.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return before(client, avatar, instants).map(rows -> {
            List<Point> points = new ArrayList<>(rows.size());
            for (Row row : rows) {
                points.add(Point.sampled(row.getOffsetDateTime("wanted").toInstant(), state(row)));
            }
            return points;
        });
    }

    /** How an avatar was in its latest sample before an instant, or in its first one; empty when it was never sampled. */
    static Uni<Optional<StateView>> state(SqlClient client, AvatarId avatar, Instant at) {
        return before(client, avatar, List.of(at))
                .chain(rows -> rows.size() == 0
                        ? client.preparedQuery(AFTER)
                                .execute(of(avatar).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                                .map(SampledTable::first)
                        : Uni.createFrom().item(first(rows)));
    }

    private static Uni<RowSet<Row>> before(SqlClient client, AvatarId avatar, List<Instant> instants) {
        OffsetDateTime[] wanted =
                instants.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return client.preparedQuery(BEFORE).execute(of(avatar).addArrayOfOffsetDateTime(wanted));
    }

    private static Tuple of(AvatarId avatar) {
        return Tuple.of(ShardId.of(avatar).value(), avatar.value());
    }

    private static Optional<StateView> first(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(state(row));
        }
        return Optional.empty();
    }

    private static StateView state(Row row) {
        Float[] levels = row.getArrayOfFloats("emotions");
        double[] emotions =
                Arrays.stream(levels).mapToDouble(Float::doubleValue).toArray();
        Emotions told = EmotionLevels.from(emotions);
        Feeling strongest = Arrays.stream(Feeling.values())
                .max(Comparator.comparingDouble(feeling -> emotions[feeling.index()]))
                .orElseThrow();
        return StateViews.kept(
                new WorldTime(row.getLong("world_millis")),
                new Needs(
                        row.getFloat("energy"),
                        row.getFloat("social"),
                        row.getFloat("stimulation"),
                        row.getFloat("comfort")),
                row.getFloat("wellbeing"),
                row.getFloat("mood"),
                told,
                strongest,
                row.getString("activity"),
                row.getString("desire"),
                row.getBoolean("asleep"));
    }
}
