package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import viva.contracts.message.AvatarDeletedV1;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** A busy world, and what is left of it in every table when its time is over. */
@QuarkusTest
@TestProfile(HistoryTest.Fast.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class TablesTest {
    private static final int MESSAGES = 25;

    /** Tables that grow old, the column that says so, and how many rows of an avatar stay whatever their age. */
    private static final Map<String, Aging> AGING = Map.of(
            "journal", new Aging("applied_at", 0),
            "mind_sample", new Aging("at", 1),
            "mind_hour", new Aging("at", 0),
            "mind_day", new Aging("at", 0),
            "answer", new Aging("spoken_at", 0),
            "encounter", new Aging("ended_at", 0),
            "line", new Aging("at", 0),
            "inbox", new Aging("handled_at", 0));

    /** Tables with so many rows for each avatar, each line of the clock, or in all; and what owners said, which is kept for them. */
    private static final Set<String> STANDING = Set.of(
            "mind",
            "conversation",
            "message",
            "reach",
            "clock_line",
            "lived_by",
            "outbox",
            "replica",
            "roll_up_progress",
            "shard",
            "world_clock",
            "flyway_schema_history");

    private record Aging(String column, int kept) {}

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    RollUps rollUps;

    @Inject
    Retention retention;

    @Test
    void every_table_either_forgets_what_is_old_or_grows_with_the_avatars_alone() {
        assertThat(tables()).containsAll(AGING.keySet()).containsAll(STANDING);
        assertThat(tables().stream().filter(table -> !AGING.containsKey(table) && !STANDING.contains(table)))
                .as("tables of which nobody said what bounds them")
                .isEmpty();
    }

    @Test
    void of_a_busy_life_nothing_is_left_when_its_time_is_over_but_what_is_meant_to_stay() {
        try (LivingAvatar luna = LivingAvatar.born(broker, pool)) {
            IntStream.range(0, MESSAGES).forEach(n -> luna.answered("message " + n));
            await().pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
                luna.peers().requests().forEach(request -> luna.peers().words(request, "an answer"));
                assertThat(luna.rows("SELECT 1 FROM answer WHERE %s AND spoken_at IS NOT NULL"))
                        .hasSizeGreaterThanOrEqualTo(MESSAGES);
            });
            await().until(() -> luna.rows("SELECT 1 FROM mind_sample WHERE %s").size() >= 3);
            anEncounterIsOver(luna);
            Map<String, Long> busy = counts(luna);
            assertThat(busy)
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());

            twoYearsPass(luna);

            await().untilAsserted(() -> {
                rollUps.run().await().atMost(PATIENCE);
                retention.run().await().atMost(PATIENCE);
                run("SELECT forget_inbox(interval '3 days', 51840)");
                assertThat(counts(luna))
                        .allSatisfy((table, rows) -> assertThat(rows)
                                .as(table)
                                .isLessThanOrEqualTo(AGING.get(table).kept()));
            });
            assertThat(luna.rows("SELECT 1 FROM message WHERE %s")).hasSizeGreaterThanOrEqualTo(2 * MESSAGES);
            assertThat(luna.ask("/state", Map.of()).statusCode()).isEqualTo(200);
            luna.peers().say(Peers.envelope(new AvatarDeletedV1(luna.id(), 9)));
            await().until(() -> !luna.rows("SELECT 1 FROM mind WHERE %s AND standing = 'erased'")
                    .isEmpty());
        }
    }

    /** Rows of an avatar; once it has aged, without what it lived since, which is younger than a day. */
    private Map<String, Long> counts(LivingAvatar luna) {
        Map<String, Long> counts = new TreeMap<>();
        AGING.forEach((table, aging) -> counts.put(table, count(luna, table, aging.column())));
        return counts;
    }

    private long count(LivingAvatar luna, String table, String column) {
        String whose = switch (table) {
            case "inbox" -> "consumer = 'shard'";
            case "encounter" -> "host_id = '" + luna.id() + "'";
            case "line" -> "speaker_id = '" + luna.id() + "'";
            default -> "%s";
        };
        String old = hasAged(luna) ? " AND " + column + " < now() - interval '1 day'" : "";
        return luna.rows("SELECT count(*) AS n FROM " + table + " WHERE " + whose + old)
                .getFirst()
                .getLong("n");
    }

    private static boolean hasAged(LivingAvatar luna) {
        return !luna.rows("SELECT 1 FROM conversation WHERE %s AND started_at < now() - interval '1 day'")
                .isEmpty();
    }

    private void anEncounterIsOver(LivingAvatar luna) {
        String shard = "(SELECT shard_id FROM mind WHERE avatar_id = '" + luna.id() + "')";
        run(
                "INSERT INTO encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, guest_name, voiced, acts, "
                        + "humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, begins_world, landed, reason, ended_world, told, "
                        + "started_at, ended_at) VALUES (" + shard + ", gen_random_uuid(), '" + luna.id()
                        + "', gen_random_uuid(), 'Luna', gen_random_uuid(), gen_random_uuid(), 'Sol', true, '', 0, 0, '{}', '', '', '{}', 0, 1, "
                        + "'over', 1, true, now(), now())");
        run(
                "INSERT INTO line (shard_id, encounter_id, turn, id, speaker_id, act, content, tone, voice, mood, emotions, world_millis) "
                        + "SELECT shard_id, id, 0, gen_random_uuid(), host_id, 'greet', 'Hello', 'warm', 'offline', 0, '{}', 0 FROM encounter "
                        + "WHERE host_id = '" + luna.id() + "'");
        run(
                "INSERT INTO mind_day SELECT shard_id, avatar_id, date_trunc('day', at, 'UTC'), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 FROM mind_sample "
                        + "WHERE avatar_id = '" + luna.id() + "' ON CONFLICT DO NOTHING");
        run("INSERT INTO mind_hour SELECT * FROM mind_day WHERE avatar_id = '" + luna.id()
                + "' ON CONFLICT DO NOTHING");
    }

    private void twoYearsPass(LivingAvatar luna) {
        AGING.forEach((table, aging) -> run("UPDATE " + table + " SET " + aging.column() + " = " + aging.column()
                + " - interval '800 days'"
                + (table.equals("inbox")
                        ? ", slot = (floor(extract(epoch from now()) / 51840)::bigint + 2) % 8"
                        : "")));
        run("UPDATE conversation SET started_at = started_at - interval '800 days' WHERE avatar_id = '" + luna.id()
                + "'");
    }

    private Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        for (Row row : pool.query(
                        "SELECT relname::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace "
                                + "AND relkind IN ('r', 'p') AND NOT relispartition")
                .execute()
                .await()
                .atMost(PATIENCE)) {
            tables.add(row.getString(0));
        }
        return tables;
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
