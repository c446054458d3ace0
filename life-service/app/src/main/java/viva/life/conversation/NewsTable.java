package viva.life.conversation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ShardId;
import viva.contracts.message.SpeakV1;
import viva.life.tie.TieNews;

/**
 * What happened to an avatar since its owner was last there: what became of its bonds, and with whom it talked. The former is told first, however
 * much it talked. Of a longer absence the latest is looked at, so that a look costs the same after a year.
 */
public final class NewsTable {
    private static final int MOST_STEPS = 5;
    private static final int MOST_TALKS = SpeakV1.MOST_NEWS - MOST_STEPS;

    /** Steps of bonds that are looked at, and talks that are counted on either side; ours. */
    private static final int LOOKED_AT = 200;

    /** Of each bond the latest step: what it led to is how things are. */
    static final String STEPS = "SELECT DISTINCT ON (other) other, previous, status, seq FROM "
            + "(SELECT (input->>'other')::uuid AS other, input->>'previous' AS previous, input->>'status' AS status, "
            + "(input->>'version')::bigint AS version, seq FROM journal WHERE shard_id = $1 AND avatar_id = $2 AND applied_at >= $3 "
            + "AND kind = 'tied' AND input->>'previous' <> input->>'status' ORDER BY applied_at DESC LIMIT $4) AS latest "
            + "ORDER BY other, version DESC";

    /** Others' names of today, in whatever shards they live; who was erased has none. */
    private static final String NAMES =
            "SELECT avatar_id, profile->>'name' AS name FROM mind WHERE (shard_id, avatar_id) IN "
                    + "(SELECT s, a FROM unnest($1::smallint[], $2::uuid[]) AS other (s, a)) AND profile IS NOT NULL";

    static final String TALKS =
            "SELECT other, (array_agg(name ORDER BY started_at DESC))[1] AS name, count(*) AS times FROM "
                    + "((SELECT guest_id AS other, guest_name AS name, started_at FROM encounter WHERE host_id = $1 AND started_at >= $2 "
                    + "AND (landed IS NULL OR landed > 0) ORDER BY started_at DESC LIMIT $3) UNION ALL "
                    + "(SELECT host_id, host_name, started_at FROM encounter WHERE guest_id = $1 AND started_at >= $2 "
                    + "AND (landed IS NULL OR landed > 0) ORDER BY started_at DESC LIMIT $3)) AS met "
                    + "WHERE name IS NOT NULL GROUP BY other ORDER BY times DESC, max(started_at) DESC LIMIT $4";

    private NewsTable() {}

    private record Step(AvatarId other, TieNews news, long seq) {
        static final Comparator<Step> MOST_TELLING_FIRST =
                Comparator.comparing(Step::news).thenComparingLong(Step::seq).reversed();
    }

    /** The news of each avatar since its instant, the most telling first, at most {@value SpeakV1#MOST_NEWS} of each. */
    public static Uni<Map<AvatarId, List<SpeakV1.News>>> since(
            SqlClient client, ShardId shard, Map<AvatarId, Instant> away) {
        Map<AvatarId, List<SpeakV1.News>> news = new HashMap<>();
        if (away.isEmpty()) {
            return Uni.createFrom().item(news);
        }
        return Multi.createFrom()
                .iterable(away.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        of -> since(client, shard, of.getKey(), of.getValue().atOffset(ZoneOffset.UTC))
                                .invoke(found -> news.put(of.getKey(), found)))
                .collect()
                .last()
                .replaceWith(news);
    }

    private static Uni<List<SpeakV1.News>> since(
            SqlClient client, ShardId shard, AvatarId avatar, OffsetDateTime instant) {
        UUID id = avatar.value();
        return Uni.combine()
                .all()
                .unis(
                        client.preparedQuery(STEPS)
                                .execute(Tuple.of(shard.value(), id, instant, LOOKED_AT))
                                .map(NewsTable::steps)
                                .chain(steps -> named(client, steps)),
                        client.preparedQuery(TALKS)
                                .execute(Tuple.of(id, instant, LOOKED_AT, MOST_TALKS))
                                .map(NewsTable::talks))
                .with((steps, talks) ->
                        Stream.concat(steps.stream(), talks.stream()).toList());
    }

    private static List<Step> steps(Iterable<Row> rows) {
        List<Step> steps = new ArrayList<>();
        for (Row row : rows) {
            AvatarId other = new AvatarId(row.getUUID("other"));
            TieNews.of(BondStatus.valueOf(row.getString("previous")), BondStatus.valueOf(row.getString("status")))
                    .ifPresent(news -> steps.add(new Step(other, news, row.getLong("seq"))));
        }
        return steps.stream()
                .sorted(Step.MOST_TELLING_FIRST)
                .limit(2 * MOST_STEPS)
                .toList();
    }

    private static Uni<List<SpeakV1.News>> named(SqlClient client, List<Step> steps) {
        if (steps.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Tuple others = Tuple.tuple()
                .addArrayOfShort(steps.stream()
                        .map(step -> (short) ShardId.of(step.other()).value())
                        .toArray(Short[]::new))
                .addArrayOfUUID(steps.stream().map(step -> step.other().value()).toArray(UUID[]::new));
        return client.preparedQuery(NAMES).execute(others).map(rows -> {
            Map<AvatarId, String> names = new HashMap<>();
            rows.forEach(row -> names.put(new AvatarId(row.getUUID("avatar_id")), row.getString("name")));
            return steps.stream()
                    .filter(step -> names.containsKey(step.other()))
                    .limit(MOST_STEPS)
                    .map(step -> new SpeakV1.News(step.news().label(), names.get(step.other()), 1, step.other()))
                    .toList();
        });
    }

    private static List<SpeakV1.News> talks(Iterable<Row> rows) {
        List<SpeakV1.News> talks = new ArrayList<>();
        for (Row row : rows) {
            talks.add(new SpeakV1.News(
                    "talked",
                    row.getString("name"),
                    row.getLong("times").intValue(),
                    new AvatarId(row.getUUID("other"))));
        }
        return talks;
    }
}
