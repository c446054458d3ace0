package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.life.clock.ClockLines;
import viva.life.conversation.MessageTable;
import viva.life.mind.Input;
import viva.life.mind.MindCodec;
import viva.platform.servers.postgres.DatabaseAddress;

/** How the history is averaged, forgotten and erased, whatever PostgreSQL keeps it. */
abstract class UpkeepContract {
    private static final int SHARD = 7;
    private static final String ALL_SAMPLES = "SELECT count(*) FROM mind_sample";

    private HistoryTables tables;
    private Instant now;

    /** A role and a schema of its own, empty. */
    abstract DatabaseAddress database() throws Exception;

    /** Lets whatever averages and compresses do its work once, as it does every few minutes. */
    abstract void background(HistoryTables some);

    /** Averages everything, as was done while the samples came. */
    abstract void averageEverything(HistoryTables some);

    @BeforeEach
    void migrate() throws Exception {
        DatabaseAddress address = database();
        HistoryTables.flyway(address).load().migrate();
        tables = new HistoryTables(address);
        now = tables.now();
    }

    @AfterEach
    void close() {
        tables.close();
    }

    HistoryTables tables() {
        return tables;
    }

    Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    @Test
    void samples_of_250_avatars_over_8_days_are_forgotten_but_for_the_newest_of_each() {
        List<UUID> avatars = HistoryTables.avatars(250);
        Instant end = daysAgo(30).minus(Duration.ofHours(1));
        tables.sample(SHARD, avatars, end.minus(Duration.ofDays(8)), end);
        tables.sample(SHARD, avatars.subList(0, 10), daysAgo(1), daysAgo(1).plusSeconds(1));
        tables.run("INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input, applied_at) "
                + "SELECT shard_id, avatar_id, gen_random_uuid(), 'news', 0, tick + 1, '{}', at FROM mind_sample "
                + "WHERE at < now() - interval '30 days' AND extract(hour FROM at) = 0");
        tables.run("INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input, applied_at) "
                + "SELECT shard_id, avatar_id, gen_random_uuid(), 'news', 0, max(tick) + 1, '{}', now() - interval '721 hours' "
                + "FROM mind_sample GROUP BY shard_id, avatar_id");
        background(tables);

        tables.get(tables.retention("30d").run());

        assertThat(tables.number(ALL_SAMPLES)).isEqualTo(250);
        assertThat(tables.number("SELECT count(DISTINCT avatar_id) FROM mind_sample"))
                .isEqualTo(250);
        assertThat(tables.number("SELECT count(*) FROM mind_sample WHERE at > now() - interval '30 days'"))
                .isEqualTo(10);
        assertThat(tables.number("SELECT count(*) FROM mind_sample WHERE at > now() - interval '722 hours' "
                        + "AND at < now() - interval '30 days'"))
                .isEqualTo(240);
        assertThat(tables.number(
                        "SELECT count(*) FROM journal j JOIN mind_sample s USING (avatar_id) WHERE j.tick <= s.tick"))
                .isZero();
        assertThat(tables.number("SELECT count(*) FROM journal")).isGreaterThanOrEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void what_was_sampled_before_a_stop_is_averaged_after_it(int days) {
        AvatarId avatar = new AvatarId(HistoryTables.avatars(1).getFirst());
        Instant end = daysAgo(days);
        Instant begin = end.minus(Duration.ofHours(6));
        tables.sample(ShardId.of(avatar).value(), List.of(avatar.value()), begin, end);

        tables.get(tables.retention("30d").run());
        background(tables);

        assertThat(tables.number("SELECT sum(samples) FROM mind_hour")).isEqualTo(24);
        List<Point> told = tables.get(ClockLines.read(tables.pool())
                .chain(lines -> RollUpTable.read(
                        tables.pool(), Span.HOUR, avatar, new Range(begin, end, Duration.ofHours(1)), lines)));
        assertThat(told)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(point -> assertThat(point.mood()).isCloseTo(.25, within(1e-6)));
        // TimescaleDB leaves the latest whole day to the next.
        assertThat(days == 1 ? 24 : tables.number("SELECT sum(samples) FROM mind_day"))
                .isEqualTo(24);
    }

    @Test
    void averages_of_forgotten_samples_stay() {
        tables.sample(SHARD, HistoryTables.avatars(2), daysAgo(13), daysAgo(8));
        averageEverything(tables);
        long hours = tables.number("SELECT count(*) FROM mind_hour");
        long days = tables.number("SELECT sum(samples) FROM mind_day");

        tables.get(tables.retention("10d").run());
        background(tables);

        assertThat(tables.number("SELECT count(*) FROM mind_sample WHERE at < now() - interval '10 days'"))
                .isZero();
        assertThat(tables.number(ALL_SAMPLES)).isPositive();
        assertThat(tables.number("SELECT count(*) FROM mind_hour")).isEqualTo(hours);
        assertThat(tables.number("SELECT sum(samples) FROM mind_day")).isEqualTo(days);
    }

    @Test
    void averages_are_forgotten_when_their_time_is_over() {
        tables.sample(SHARD, HistoryTables.avatars(1), daysAgo(790), daysAgo(789));
        tables.sample(SHARD, HistoryTables.avatars(1), daysAgo(20), daysAgo(19));
        averageEverything(tables);

        tables.get(tables.retention("30d").run());

        assertThat(tables.number("SELECT count(*) FROM mind_hour WHERE at < now() - interval '760 days'"))
                .isZero();
        assertThat(tables.number("SELECT sum(samples) FROM mind_hour")).isEqualTo(96);
        assertThat(tables.number("SELECT count(*) FROM mind_day")).isEqualTo(2);
    }

    @Test
    void the_past_of_90_avatars_is_erased_at_once_and_no_other() {
        List<UUID> avatars = HistoryTables.avatars(92);
        List<AvatarId> gone = avatars.subList(0, 90).stream().map(AvatarId::new).toList();
        tables.sample(SHARD, avatars, daysAgo(15), daysAgo(3));
        tables.run(
                "INSERT INTO conversation SELECT shard_id, avatar_id, avatar_id, avatar_id, 'owner', min(at), max(at), 12 "
                        + "FROM mind_sample GROUP BY shard_id, avatar_id");
        tables.run(
                "INSERT INTO message (shard_id, conversation_id, at, seq, id, avatar_id, author, content, mood, world_millis) "
                        + "SELECT shard_id, avatar_id, at, tick, gen_random_uuid(), avatar_id, 'owner', 'Hello', 0, 0 FROM mind_sample "
                        + "WHERE extract(hour FROM at) = 12 AND extract(minute FROM at) < 15");
        averageEverything(tables);
        background(tables);

        tables.get(tables.pool()
                .withTransaction(tx -> MessageTable.erase(tx, new ShardId(SHARD), gone)
                        .chain(() -> SampleTable.erase(tx, new ShardId(SHARD), gone))));
        background(tables);

        assertThat(tables.number(ALL_SAMPLES)).isEqualTo(2 * 12 * 96);
        for (String table : List.of("mind_sample", "mind_hour", "mind_day", "message", "conversation")) {
            assertThat(tables.number("SELECT count(DISTINCT avatar_id) FROM " + table))
                    .as(table)
                    .isEqualTo(2);
        }
    }

    @Test
    void others_samples_and_journals_name_an_erased_avatar_by_its_pseudonym() {
        AvatarId gone = new AvatarId(new UUID(0x5000, 1));
        String known = hex(gone);
        String pseudonym = hex(gone.pseudonym());
        List<UUID> avatars = HistoryTables.avatars(2);
        tables.sample(SHARD, avatars, daysAgo(15), daysAgo(3));
        tables.run("UPDATE mind_sample SET mind = '\\x02" + known + "00000000' WHERE avatar_id = '" + avatars.getFirst()
                + "'");
        tables.run("INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input) "
                + "SELECT " + SHARD + ", '" + avatars.getFirst() + "', gen_random_uuid(), 'met', 0, n, "
                + "jsonb_build_object('partner', '" + gone + "') FROM generate_series(1, 3) n");
        tables.run(
                "INSERT INTO forgetting VALUES (" + SHARD + ", '" + avatars.getFirst() + "', '" + gone.value() + "')");
        averageEverything(tables);
        background(tables);
        assertThat(tables.get(ForgettingTable.reminded(tables.pool(), List.of(gone))))
                .containsOnlyKeys(gone)
                .containsValue(Set.of(new AvatarId(avatars.getFirst())));

        tables.get(tables.forgetting().run());

        assertThat(tables.number(
                        "SELECT count(*) FROM mind_sample WHERE position('\\x" + known + "'::bytea IN mind) > 0"))
                .isZero();
        assertThat(tables.number(
                        "SELECT count(*) FROM mind_sample WHERE position('\\x" + pseudonym + "'::bytea IN mind) > 0"))
                .isEqualTo(12 * 96);
        assertThat(tables.number(ALL_SAMPLES)).isEqualTo(2 * 12 * 96);
        assertThat(tables.number("SELECT count(*) FROM journal WHERE input->>'partner' = '" + gone.pseudonym() + "'"))
                .isEqualTo(3);
        assertThat(tables.get(ForgettingTable.reminded(tables.pool(), List.of(gone))))
                .isEmpty();
    }

    @Test
    void thousands_of_pasts_are_gone_through_in_one_run() {
        tables.run("INSERT INTO forgetting SELECT " + SHARD
                + ", gen_random_uuid(), gen_random_uuid() FROM generate_series(1, 3000)");

        tables.get(tables.forgetting().run());

        assertThat(tables.number("SELECT count(*) FROM forgetting")).isZero();
    }

    @Test
    void every_kind_of_input_that_tells_of_somebody_else_is_found_by_who_that_is() {
        String other = new UUID(0x6000, 1).toString();

        for (Class<?> kind : Input.class.getPermittedSubclasses()) {
            String name = kind.getSimpleName()
                    .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                    .toLowerCase(Locale.ROOT);
            Arrays.stream(kind.getRecordComponents())
                    .filter(field -> field.getType().equals(AvatarId.class) && !kind.equals(Input.Born.class))
                    .map(RecordComponent::getName)
                    .forEach(field -> assertThat(tables.texts(
                                    "SELECT journalled_other('%s', '{\"host\":true}'::jsonb || jsonb_build_object('%s', '%s'))"
                                            .formatted(name, field, other)))
                            .as("%s of %s", field, name)
                            .containsExactly(other));
        }
    }

    private static String hex(AvatarId id) {
        return HexFormat.of().formatHex(MindCodec.bytes(id));
    }
}
