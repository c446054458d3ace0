package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.world.WorldLines;

/** Reads {@code mind_hour} and {@code mind_day}. */
final class RollUpTable {
    private static final String AVERAGES =
            "SELECT greatest(date_bin(make_interval(secs => $3), at, $4), min(at)) AS at, "
                    + "sum(mood_avg * samples) / sum(samples) AS mood, min(mood_min) AS mood_min, max(mood_max) AS mood_max, "
                    + "sum(wellbeing_avg * samples) / sum(samples) AS wellbeing, sum(energy_avg * samples) / sum(samples) AS energy, "
                    + "sum(social_avg * samples) / sum(samples) AS social, "
                    + "sum(stimulation_avg * samples) / sum(samples) AS stimulation, "
                    + "sum(comfort_avg * samples) / sum(samples) AS comfort, "
                    + "sum(asleep_share * samples) / sum(samples) AS asleep_share ";
    private static final String OF_RANGE = " WHERE shard_id = $1 AND avatar_id = $2 AND at >= $4 AND at < $5 "
            + "GROUP BY date_bin(make_interval(secs => $3), at, $4) ORDER BY 1";

    private RollUpTable() {}

    /** Averages over each step of a range, of those parts of it that something is kept of. */
    static Uni<List<Point>> read(SqlClient client, Span span, AvatarId avatar, Range range, WorldLines lines) {
        Tuple key = Tuple.of(ShardId.of(avatar).value(), avatar.value())
                .addDouble((double) range.step().toSeconds())
                .addOffsetDateTime(span.begin(range.from()).atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(range.to().atOffset(ZoneOffset.UTC));
        return client.preparedQuery(AVERAGES + "FROM " + span.table() + OF_RANGE)
                .execute(key)
                .map(rows -> {
                    List<Point> points = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        points.add(point(row, lines));
                    }
                    return points;
                });
    }

    private static Point point(Row row, WorldLines lines) {
        Instant at = row.getOffsetDateTime("at").toInstant();
        WorldTime then = lines.worldTimeAt(at).orElse(lines.lines().getFirst().anchorWorld());
        double asleep = row.getDouble("asleep_share");
        return new Point(
                at,
                then,
                row.getDouble("mood"),
                row.getFloat("mood_min").doubleValue(),
                row.getFloat("mood_max").doubleValue(),
                row.getDouble("wellbeing"),
                row.getDouble("energy"),
                row.getDouble("social"),
                row.getDouble("stimulation"),
                row.getDouble("comfort"),
                asleep > .5,
                asleep,
                null,
                null,
                null,
                false);
    }
}
