package viva.life.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.Json;
import viva.contracts.ShardId;
import viva.contracts.message.SpeakV1;
import viva.platform.testkit.Waiting;

/** The news of a life of years: they are found without reading all of it. */
class NewsTableTest {
    private static final int LONG = 20_000;

    /** Rows that the news of steps, or of talks, may read: what is looked at, and what an index page brings along. */
    private static final double FEW = 1_500;

    private final AvatarId luna = new AvatarId(UUID.randomUUID());
    private final UUID sol = UUID.randomUUID();
    private LifeTables tables;

    @BeforeEach
    void a_life_of_years() {
        tables = new LifeTables();
        journal("spoke", "{}", LONG, "1 day");
        journal("tied", step("STRANGERS", "ACQUAINTANCES", 1), LONG, "1 day");
        journal("tied", step("FRIENDS", "FRIENDS", 2), LONG, "1 hour");
        journal("tied", step("ACQUAINTANCES", "FRIENDS", 3), 1, "1 hour");
        tables.run("INSERT INTO mind (shard_id, avatar_id, standing, version, owner_id, profile, mind) VALUES ("
                + ShardId.of(new AvatarId(sol)).value() + ", '" + sol
                + "', 'resting', 1, gen_random_uuid(), '{\"name\": \"Sol\"}', '')");
        encounters(LONG, "100 days");
        encounters(1, "1 hour");
        tables.run("ANALYZE journal");
        tables.run("ANALYZE encounter");
    }

    @AfterEach
    void leave() {
        tables.close();
    }

    private int shard() {
        return ShardId.of(luna).value();
    }

    private void journal(String kind, String input, int count, String ago) {
        tables.run(
                "INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input, applied_at) SELECT "
                        + shard()
                        + ", '" + luna + "', gen_random_uuid(), '" + kind
                        + "', 0, (SELECT coalesce(max(tick), 0) FROM journal) + n, '" + input
                        + "', now() - interval '" + ago + "' FROM generate_series(1, " + count + ") n");
    }

    private String step(String from, String to, int version) {
        return "{\"previous\": \"" + from + "\", \"status\": \"" + to + "\", \"version\": " + version
                + ", \"other\": \"" + sol + "\"}";
    }

    private void encounters(int count, String ago) {
        tables.run(
                "INSERT INTO encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, guest_name, voiced, acts, "
                        + "humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, begins_world, started_at, landed) SELECT "
                        + shard()
                        + ", gen_random_uuid(), '" + luna + "', gen_random_uuid(), 'Luna', '" + sol
                        + "', gen_random_uuid(), 'Sol', false, '', 0, 0, "
                        + "'{}', '', '', '{}', 0, now() - interval '" + ago + "', 4 FROM generate_series(1, " + count
                        + ") n");
    }

    @Test
    void what_happened_since_is_told() {
        Map<AvatarId, List<SpeakV1.News>> news = NewsTable.since(
                        tables.pool(),
                        ShardId.of(luna),
                        Map.of(luna, Instant.now().minusSeconds(7_200)))
                .await()
                .atMost(Waiting.PATIENCE);

        assertThat(news.get(luna))
                .containsExactlyInAnyOrder(
                        new SpeakV1.News("talked", "Sol", 1, new AvatarId(sol)),
                        new SpeakV1.News("became_friends", "Sol", 1, new AvatarId(sol)));
    }

    @Test
    void a_shard_does_not_read_a_whole_life_for_it() throws JsonProcessingException {
        String avatar = "'" + luna + "'::uuid";
        String away = "now() - interval '2 hours'";
        String steps = plan(NewsTable.STEPS, Integer.toString(shard()), avatar, away, "200");
        String talks = plan(NewsTable.TALKS, avatar, away, "200", "3");

        assertThat(rowsRead(steps)).as(steps).isBetween(1.0, FEW);
        assertThat(rowsRead(talks)).as(talks).isBetween(1.0, FEW);
    }

    private String plan(String sql, String... parameters) {
        String filled = sql;
        for (int i = 0; i < parameters.length; i++) {
            filled = filled.replace("$" + (i + 1), parameters[i]);
        }
        return tables.pool()
                .query("EXPLAIN (ANALYZE, FORMAT JSON) " + filled)
                .execute()
                .await()
                .atMost(Waiting.PATIENCE)
                .iterator()
                .next()
                .getValue(0)
                .toString();
    }

    private static double rowsRead(String plan) throws JsonProcessingException {
        return rowsRead(Json.mapper().readTree(plan));
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
