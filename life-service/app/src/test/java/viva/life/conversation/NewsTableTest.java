package viva.life.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.contracts.message.SpeakV1;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.PrivateRooms;
import viva.platform.testkit.Waiting;

/** The news of a life of years: they are found without reading all of it. */
class NewsTableTest {
    private static final int LONG = 20_000;

    /** Rows of both tables that the news may read: two times the latest encounters, the latest inputs, and what an index page brings along. */
    private static final double FEW = 1_500;

    private final PrivateRooms rooms = new PrivateRooms();
    private final Vertx vertx = Vertx.vertx();
    private final AvatarId luna = new AvatarId(UUID.randomUUID());
    private final UUID sol = UUID.randomUUID();
    private Pool pool;

    @BeforeEach
    void a_life_of_years() {
        DatabaseAddress address = rooms.database("life");
        Flyway.configure()
                .dataSource(address.dataSource())
                .locations("classpath:db/platform", "classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        PgConnectOptions options = PgConnectOptions.fromUri(address.url().toString());
        pool = Pool.newInstance(
                PgBuilder.pool().connectingTo(options).using(vertx).build());
        journal("spoke", "{}", LONG, "1 day");
        journal("tied", "{\"status\": \"FRIENDS\", \"other\": \"" + sol + "\"}", 1, "1 hour");
        encounters(LONG, "100 days");
        encounters(1, "1 hour");
        run("ANALYZE journal");
        run("ANALYZE encounter");
    }

    @AfterEach
    void leave() {
        pool.close().await().atMost(Waiting.PATIENCE);
        vertx.close().toCompletionStage().toCompletableFuture().join();
        rooms.close();
    }

    private int shard() {
        return ShardId.of(luna).value();
    }

    private void journal(String kind, String input, int count, String ago) {
        run("INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input, applied_at) SELECT " + shard()
                + ", '" + luna + "', gen_random_uuid(), '" + kind + "', 0, (SELECT coalesce(max(tick), 0) FROM journal) + n, '" + input
                + "', now() - interval '" + ago + "' FROM generate_series(1, " + count + ") n");
    }

    private void encounters(int count, String ago) {
        run("INSERT INTO encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, guest_name, voiced, acts, "
                + "humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, begins_world, started_at, landed) SELECT " + shard()
                + ", gen_random_uuid(), '" + luna + "', gen_random_uuid(), 'Luna', '" + sol + "', gen_random_uuid(), 'Sol', false, '', 0, 0, "
                + "'{}', '', '', '{}', 0, now() - interval '" + ago + "', 4 FROM generate_series(1, " + count + ") n");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(Waiting.PATIENCE);
    }

    @Test
    void what_happened_since_is_told() {
        Map<AvatarId, List<SpeakV1.News>> news = NewsTable.since(
                        pool, ShardId.of(luna), Map.of(luna, Instant.now().minusSeconds(7_200)))
                .await()
                .atMost(Waiting.PATIENCE);

        assertThat(news.get(luna))
                .containsExactlyInAnyOrder(
                        new SpeakV1.News("talked", "Sol", 1), new SpeakV1.News("became_friends", "Sol", 1));
    }

    @Test
    void a_shard_does_not_read_a_whole_life_for_it() throws JsonProcessingException {
        String sql = NewsTable.SINCE
                .replace("$1", Integer.toString(shard()))
                .replace("$2", "'" + luna + "'::uuid")
                .replace("$3", "now() - interval '2 hours'");
        String plan = pool.query("EXPLAIN (ANALYZE, FORMAT JSON) " + sql)
                .execute()
                .await()
                .atMost(Waiting.PATIENCE)
                .iterator()
                .next()
                .getValue(0)
                .toString();

        assertThat(rowsRead(Json.mapper().readTree(plan))).as(plan).isBetween(2.0, FEW);
    }

    /** Of tables, not of what was found in them. */
    private static double rowsRead(JsonNode node) {
        double rows = 0;
        if (node.has("Relation Name")) {
            rows = (node.path("Actual Rows").asDouble()
                            + node.path("Rows Removed by Filter").asDouble())
                    * node.path("Actual Loops").asDouble();
        }
        for (JsonNode child : node) {
            rows += rowsRead(child);
        }
        return rows;
    }
}
