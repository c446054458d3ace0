package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ShardId;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.OwnerMessageV1;
import viva.life.clock.World;
import viva.life.command.Decisions;
import viva.life.command.LifeRules;
import viva.life.encounter.CompanyConfig;
import viva.life.encounter.Passersby;
import viva.life.history.FoldedLives;
import viva.life.history.HistoryConfig;
import viva.life.outreach.ReachConfig;
import viva.life.ownership.FencedTransaction;
import viva.life.ownership.Lease;
import viva.life.ownership.Loop;
import viva.life.ownership.Ownership;
import viva.life.ownership.OwnershipConfig;
import viva.life.ownership.ReplicaId;
import viva.life.ownertalk.AnswerCircuit;
import viva.life.ownertalk.ConversationConfig;
import viva.life.peer.Peers;
import viva.life.reading.PromptReader;
import viva.life.recall.PromptRecall;
import viva.life.resident.Resident;
import viva.life.voice.OfflinePhrasing;
import viva.life.watch.Watching;
import viva.platform.messaging.Broker;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.MessageTraces;
import viva.platform.outbox.Inbox;
import viva.platform.outbox.Outbox;
import viva.platform.servers.postgres.DatabaseAddress;
import viva.platform.testkit.TestServers;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** Owner messages through hand-overs, fences and outages: each is stored once and answered once. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class ShardFaultsTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String databaseUrl;

    @Inject
    Pool pool;

    @Inject
    @ReactiveDataSource("pulse")
    Pool pulsePool;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String jdbcUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Inject
    Inbox inbox;

    @Inject
    Outbox outbox;

    @Inject
    Broker links;

    @Inject
    MessageFactory messages;

    @Inject
    World world;

    @Inject
    Watching watching;

    @Inject
    OwnershipConfig ownershipConfig;

    @Inject
    ShardConfig shardConfig;

    @Inject
    ConversationConfig conversationConfig;

    @Inject
    HistoryConfig historyConfig;

    @Inject
    ShardMetrics metrics;

    @Inject
    Replica replica;

    @Inject
    OfflinePhrasing voices;

    @Inject
    PromptReader reader;

    @Inject
    PromptRecall recall;

    @Inject
    CompanyConfig companyConfig;

    @Inject
    ReachConfig reachConfig;

    @Inject
    Vertx vertx;

    private final AccountId owner = new AccountId(UUID.randomUUID());
    private final List<CloudEvent<OwnerMessageV1>> sent = new ArrayList<>();
    private Peers peers;

    @BeforeEach
    void one_replica_owns_everything() {
        peers = new Peers(broker);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(replica.owned()).isEqualTo(ShardId.COUNT));
    }

    @AfterEach
    void the_peers_go() {
        peers.close();
    }

    private Ownership secondReplica() {
        Ownership[] self = new Ownership[1];
        Shards shards = new Shards(surroundings(lease -> self[0].fenced(lease)));
        self[0] = new Ownership(new ReplicaId(UUID.randomUUID()), pulsePool, shards, ownershipConfig, vertx);
        self[0].start();
        return self[0];
    }

    private ShardContext surroundings(Consumer<Lease> fenced) {
        LifeRules rules = new LifeRules(
                conversationConfig.rules(), conversationConfig.chats(), companyConfig.rules(), reachConfig.rules());
        AnswerCircuit circuit =
                new AnswerCircuit(conversationConfig.missedDeadlines(), conversationConfig.probeEvery());
        Passersby passersby = new Passersby(bound -> ThreadLocalRandom.current().nextInt(bound));
        return new ShardContext(
                pool,
                new FencedTransaction(pool, ownershipConfig.idleLimit()),
                inbox,
                outbox,
                links,
                world,
                new Decisions(rules, voices, Postings.envelopes(messages)),
                new ReplicaCompany(watching, passersby, circuit),
                circuit,
                watching,
                passersby,
                new Pace(),
                reader,
                recall,
                new AsyncSemaphore(shardConfig.readAtOnce()),
                new AsyncSemaphore(shardConfig.checkpointsAtOnce()),
                shardConfig,
                historyConfig,
                metrics,
                MessageTraces.off(),
                vertx,
                fenced);
    }

    private List<AvatarId> avatars(int count) {
        List<AvatarId> avatars = IntStream.range(0, count)
                .mapToObj(n -> new AvatarId(UUID.randomUUID()))
                .toList();
        avatars.forEach(avatar -> peers.created(avatar, owner));
        return avatars;
    }

    private void everybodyHears(List<AvatarId> avatars, String text) {
        avatars.forEach(avatar -> sent.add(peers.wrote(avatar, owner, text)));
    }

    /** Plays the llm service until every message has its answer, and sends the words of each twice. */
    private void everyMessageIsStoredOnceAndAnsweredOnce() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            peers.requests().forEach(request -> {
                peers.words(request, "an answer");
                peers.words(request, "another answer");
            });
            assertThat(ids("SELECT in_reply_to FROM message WHERE author = 'avatar'"))
                    .containsAll(sentIds());
        });
        assertThat(ids("SELECT id FROM message WHERE author = 'owner'").stream().filter(sentIds()::contains))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sentIds());
        assertThat(ids("SELECT in_reply_to FROM message WHERE author = 'avatar'").stream()
                        .filter(sentIds()::contains))
                .doesNotHaveDuplicates();
        foldingEachJournalGivesTheStoredMind();
    }

    private void foldingEachJournalGivesTheStoredMind() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            assertThat(FoldedLives.allAreAsTheirJournalsSay(connection)).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<UUID> sentIds() {
        return sent.stream().map(message -> message.data().messageId().value()).toList();
    }

    private List<UUID> ids(String sql) {
        List<UUID> ids = new ArrayList<>();
        for (Row row : pool.query(sql).execute().await().atMost(PATIENCE)) {
            ids.add(row.getUUID(0));
        }
        return ids;
    }

    private void admin(String... statements) {
        try (Connection connection = DatabaseAddress.of(TestServers.postgres().toString())
                        .dataSource()
                        .getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String database() {
        return databaseUrl.substring(databaseUrl.lastIndexOf('/') + 1);
    }

    @Test
    void messages_are_answered_once_while_shards_move_to_a_second_replica_and_back() {
        List<AvatarId> avatars = avatars(8);
        everybodyHears(avatars, "before");

        Ownership second = secondReplica();
        everybodyHears(avatars, "while it joins");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(second.owned()).isEqualTo(32);
            assertThat(replica.owned()).isEqualTo(32);
        });
        everybodyHears(avatars, "while two live");
        second.stop().await().atMost(PATIENCE);
        everybodyHears(avatars, "after it left");

        everyMessageIsStoredOnceAndAnsweredOnce();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(replica.owned()).isEqualTo(ShardId.COUNT));
    }

    @Test
    void a_database_that_goes_away_and_comes_back_loses_nothing() {
        List<AvatarId> avatars = avatars(4);
        everybodyHears(avatars, "before the outage");

        admin(
                "ALTER DATABASE " + database() + " ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database() + "'");
        everybodyHears(avatars, "during the outage");
        await().untilAsserted(() -> assertThatThrownBy(
                        () -> pool.query("SELECT 1").execute().await().atMost(PATIENCE))
                .isInstanceOf(Exception.class));
        admin("ALTER DATABASE " + database() + " ALLOW_CONNECTIONS true");
        everybodyHears(avatars, "after the outage");

        everyMessageIsStoredOnceAndAnsweredOnce();
    }

    @Test
    void a_fenced_shard_writes_and_acknowledges_nothing_and_its_messages_wait_for_the_owner() {
        AvatarId avatar = avatars(1).getFirst();
        everybodyHears(List.of(avatar), "hello");
        everyMessageIsStoredOnceAndAnsweredOnce();
        UUID usurper = UUID.randomUUID();
        int shard = ShardId.of(avatar).value();

        pool.query("INSERT INTO replica (id, expires_at, leaving) VALUES ('" + usurper
                        + "', now() + interval '1 hour', true); UPDATE shard SET epoch = epoch + 1, owner = '"
                        + usurper
                        + "' WHERE id = " + shard)
                .execute()
                .await()
                .atMost(PATIENCE);
        everybodyHears(List.of(avatar), "who are you?");

        await().untilAsserted(() -> assertThat(replica.owned()).isEqualTo(ShardId.COUNT - 1));
        assertThat(ids("SELECT id FROM message")).doesNotContain(sentIds().getLast());

        pool.query("UPDATE replica SET expires_at = now() WHERE id = '" + usurper + "'")
                .execute()
                .await()
                .atMost(PATIENCE);
        everyMessageIsStoredOnceAndAnsweredOnce();
    }

    @Test
    void the_mind_in_the_table_is_the_one_that_the_journal_tells_of() {
        AvatarId avatar = avatars(1).getFirst();
        for (int n = 0; n < 3; n++) {
            everybodyHears(List.of(avatar), "message " + n);
        }
        everyMessageIsStoredOnceAndAnsweredOnce();

        List<UUID> inputs = ids("SELECT input_id FROM journal WHERE avatar_id = '" + avatar + "' ORDER BY seq");

        assertThat(inputs).hasSize(1 + 3 + 3).doesNotHaveDuplicates();
    }

    @Test
    void who_was_erased_for_good_by_a_commit_of_unknown_fate_is_known_as_erased() {
        AvatarId avatar = avatars(1).getFirst();
        Memory memory = new Memory(new Population(), new AwaitedAnswers(), new Stages(), new Profiles());
        memory.population().stored(Resident.erased(avatar, 2));
        AtomicInteger rounds = new AtomicInteger();
        await().pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            peers.say(Peers.envelope(new AvatarDeletedV1(avatar, 2, rounds.getAndIncrement())));
            assertThat(peers.heard(ErasureDoneV1.class, avatar)).isNotEmpty();
        });

        memory.recovered(
                List.of(avatar),
                new ShardStore(lease(avatar), surroundings(lease -> {}), Loop.of(vertx))
                        .truth(List.of(avatar))
                        .await()
                        .atMost(PATIENCE));

        assertThat(ids("SELECT avatar_id FROM mind")).doesNotContain(avatar.value());
        assertThat(memory.population().isKnown(avatar)).isTrue();
        assertThat(memory.population().get(avatar).isErased()).isTrue();
    }

    private Lease lease(AvatarId avatar) {
        int shard = ShardId.of(avatar).value();
        return pool.query("SELECT epoch FROM shard WHERE id = " + shard)
                .mapping(row -> Lease.of(shard, row.getLong(0)))
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next();
    }
}
