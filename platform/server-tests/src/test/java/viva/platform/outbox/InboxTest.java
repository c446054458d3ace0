package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.ShardId;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.service.jobs.ScheduledJobs;
import viva.platform.testkit.PrivateRooms;
import viva.platform.testkit.Waiting;

/** The inbox in PostgreSQL: a message is new once, whichever slot it lies in, and what is too old goes slot by slot. */
class InboxTest {
    private static final String HERE = "here";

    /** The slot whose turn began so many slots ago, for slots of so many seconds. */
    private static final String SLOT_AGO = "((floor(extract(epoch from now()) / %s)::bigint + 8 - %d) %% 8)";

    private final PrivateRooms rooms = new PrivateRooms();
    private final Vertx vertx = Vertx.vertx();
    private final OutboxConfig threeDays = config("3D");
    private final Inbox inbox = new Inbox(threeDays);
    private DatabaseAddress address;
    private Pool pool;

    @BeforeEach
    void a_service_has_its_schema() {
        address = rooms.database("test");
        pool = PgBuilder.pool()
                .connectingTo(address.url().toString())
                .using(vertx)
                .build();
    }

    @AfterEach
    void leave() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
        rooms.close();
    }

    private void migrate() {
        flyway("0.5");
    }

    private void flyway(String target) {
        Flyway.configure()
                .dataSource(address.dataSource())
                .locations("classpath:db/platform")
                .target(target)
                .load()
                .migrate();
    }

    private static OutboxConfig config(String retention) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(OutboxConfig.class)
                .withDefaultValue("viva.outbox.inbox-retention", retention)
                .build()
                .getConfigMapping(OutboxConfig.class);
    }

    private <T> T inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work).await().atMost(Waiting.PATIENCE);
    }

    private boolean isNew(Inbox through, UUID message) {
        return inTransaction(tx -> through.isNew(tx, HERE, message));
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(Waiting.PATIENCE);
    }

    private long count(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(Waiting.PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void forget(OutboxConfig config) {
        new OutboxUpkeep(pool, config, new ScheduledJobs(null), new SimpleMeterRegistry())
                .forget()
                .await()
                .atMost(Waiting.PATIENCE);
    }

    private void remembered(int rows, int slotsAgo, String age) {
        run("insert into inbox (consumer, message_id, slot, handled_at) select 'here', gen_random_uuid(), "
                + SLOT_AGO.formatted(inbox.slotSeconds(), slotsAgo) + ", now() - interval '" + age
                + "' from generate_series(1, " + rows + ")");
    }

    @Test
    void a_message_is_known_in_whichever_slot_it_lies() {
        migrate();
        for (int ago = 0; ago < 6; ago++) {
            UUID message = UUID.randomUUID();
            run("insert into inbox (consumer, message_id, slot) values ('here', '" + message + "', "
                    + SLOT_AGO.formatted(inbox.slotSeconds(), ago) + ")");

            assertThat(isNew(inbox, message)).isFalse();
            boolean newThere = inTransaction(tx -> inbox.isNew(tx, "there", message));
            assertThat(newThere).isTrue();
        }
    }

    @Test
    void of_two_who_handle_a_message_at_the_same_time_in_different_slots_one_is_told_that_it_is_new() {
        migrate();
        for (int n = 0; n < 20; n++) {
            UUID message = UUID.randomUUID();
            Inbox elsewhere = new Inbox(config(n + 4 + "D"));
            CompletableFuture<Boolean> first = pool.withTransaction(tx -> inbox.isNew(tx, HERE, message))
                    .subscribeAsCompletionStage()
                    .toCompletableFuture();
            CompletableFuture<Boolean> second = pool.withTransaction(tx -> elsewhere.isNew(tx, HERE, message))
                    .subscribeAsCompletionStage()
                    .toCompletableFuture();

            assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void a_shard_is_told_which_of_many_are_new() {
        migrate();
        ShardId shard = new ShardId(7);
        UUID known = UUID.randomUUID();
        UUID fresh = UUID.randomUUID();
        inTransaction(tx -> inbox.firstTimers(tx, shard, List.of(known)));
        Inbox elsewhere = new Inbox(config("17D"));

        Set<UUID> told = inTransaction(tx -> elsewhere.firstTimers(tx, shard, List.of(known, fresh)));

        assertThat(told).containsExactly(fresh);
        Set<UUID> elsewhereTold = inTransaction(tx -> inbox.firstTimers(tx, new ShardId(8), List.of(known)));
        assertThat(elsewhereTold).containsExactly(known);
    }

    @Test
    void what_is_too_old_is_given_back_whole_however_much_it_is() {
        migrate();
        remembered(60_000, 6, "4 days");
        remembered(10, 5, "3 days");
        remembered(10, 0, "1 minute");

        forget(threeDays);

        assertThat(count("select count(*) from inbox")).isEqualTo(20);
        assertThat(count("select max(pg_relation_size(c)) from generate_series(0, 7) n, "
                        + "cast(format('inbox_%s', n) as regclass) c"))
                .as("bytes of a slot: what is forgotten takes no room")
                .isLessThan(100_000);
    }

    @Test
    void a_younger_row_keeps_its_slot_when_the_slots_were_of_another_length() {
        migrate();
        remembered(1, 6, "1 hour");
        remembered(1, 7, "4 days");

        forget(threeDays);

        assertThat(count("select count(*) from inbox where handled_at > now() - interval '2 hours'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from inbox")).isEqualTo(1);
    }

    @Test
    void what_was_known_before_there_were_slots_is_known_after() {
        flyway("0.2");
        UUID message = UUID.randomUUID();
        run("insert into inbox (consumer, message_id) values ('here', '" + message + "')");

        migrate();

        assertThat(isNew(inbox, message)).isFalse();
        assertThat(isNew(inbox, UUID.randomUUID())).isTrue();
    }
}
