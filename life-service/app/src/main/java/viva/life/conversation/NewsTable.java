package viva.life.conversation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.message.SpeakV1;

/** What happened to an avatar since its owner was last there: what became of its bonds, and with whom it talked. */
public final class NewsTable {
    private static final String SINCE =
            "WITH met AS (SELECT CASE WHEN host_id = $2 THEN guest_id ELSE host_id END AS other, "
                    + "CASE WHEN host_id = $2 THEN guest_name ELSE host_name END AS name, started_at FROM encounter "
                    + "WHERE (host_id = $2 OR guest_id = $2) AND (landed IS NULL OR landed > 0)), "
                    + "turns AS (SELECT input->>'status' AS kind, (SELECT name FROM met WHERE other = (input->>'other')::uuid LIMIT 1) AS name, "
                    + "count(*) AS times, max(seq) AS seq FROM journal WHERE shard_id = $1 AND avatar_id = $2 AND kind = 'tied' "
                    + "AND applied_at >= $3 AND input->>'status' <> 'STRANGERS' GROUP BY 1, 2) "
                    + "(SELECT 'talked' AS kind, name, count(*) AS times FROM met WHERE started_at >= $3 AND name IS NOT NULL GROUP BY name ORDER BY 3 DESC LIMIT 3) "
                    + "UNION ALL (SELECT lower(kind), name, 1 FROM turns WHERE name IS NOT NULL ORDER BY seq DESC LIMIT 3)";

    private NewsTable() {}

    /** The news of each avatar since its instant, at most {@value SpeakV1#MOST_NEWS} of each. */
    public static Uni<Map<AvatarId, List<SpeakV1.News>>> since(
            SqlClient client, ShardId shard, Map<AvatarId, Instant> away) {
        Map<AvatarId, List<SpeakV1.News>> news = new HashMap<>();
        if (away.isEmpty()) {
            return Uni.createFrom().item(news);
        }
        return Multi.createFrom()
                .iterable(away.entrySet())
                .onItem()
                .transformToUniAndConcatenate(of -> client.preparedQuery(SINCE)
                        .execute(Tuple.of(
                                shard.value(),
                                of.getKey().value(),
                                of.getValue().atOffset(ZoneOffset.UTC)))
                        .invoke(rows -> news.put(of.getKey(), read(rows))))
                .collect()
                .last()
                .replaceWith(news);
    }

    private static List<SpeakV1.News> read(Iterable<Row> rows) {
        List<SpeakV1.News> found = new ArrayList<>();
        for (Row row : rows) {
            String kind = row.getString(0);
            found.add(new SpeakV1.News(
                    kind.equals("talked") ? kind : milestone(kind),
                    row.getString(1),
                    row.getLong(2).intValue()));
        }
        return List.copyOf(found);
    }

    /** The milestone by which a status is reached. */
    private static String milestone(String status) {
        return switch (status) {
            case "crush" -> "first_crush";
            case "mutual_crush" -> "found_love_returned";
            case "dating" -> "started_dating";
            case "complicated" -> "first_conflict";
            case "ex" -> "broke_up";
            default -> "became_" + status;
        };
    }
}
