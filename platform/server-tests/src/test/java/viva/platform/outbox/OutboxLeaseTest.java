package viva.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.message.MatchMutualV1;
import viva.platform.messaging.Broker;
import viva.platform.messaging.HandlingMetrics;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.MessageTraces;
import viva.platform.messaging.MessagingConfig;
import viva.platform.messaging.Outgoing;
import viva.platform.messaging.QueueConsumer;
import viva.platform.messaging.Topology;
import viva.platform.testkit.Recorder;

/** Leases, and looks that nothing is announced for, are further apart here than any test lasts: what waits for one never comes. */
class OutboxLeaseTest {
    private static final AvatarId LUNA = AvatarId.of("0198c0de-0000-7000-8000-000000000001");
    private static final AvatarId SOL = AvatarId.of("0198c0de-0000-7000-8000-000000000002");
    private static OutboxWorld world;

    private final MessageFactory messages = new MessageFactory("test", MessageTraces.off());
    private final Recorder<UUID> received = new Recorder<>();
    private final List<UUID> said = new ArrayList<>();
    private final List<OutboxWorld.Replica> replicas = new ArrayList<>();
    private Broker broker;
    private QueueConsumer consumer;

    @BeforeAll
    static void startServers() {
        world = new OutboxWorld("outbox-lease");
        note("lease_write", "row");
        note("lease_attempt", "statement");
    }

    /** Has a table count the updates of the lease, or those tried. */
    private static void note(String table, String level) {
        world.run("create table %s (nth bigint generated always as identity)".formatted(table));
        world.run("create function note_%s() returns trigger language plpgsql set search_path from current as $$ begin "
                        .formatted(table)
                + "insert into %s default values; return null; end $$".formatted(table));
        world.run("create trigger note_%s after update on outbox_lease for each %s execute function note_%s()"
                .formatted(table, level, table));
    }

    @AfterAll
    static void stopServers() {
        world.close();
    }

    @BeforeEach
    void listen() {
        broker = new Broker(world.config().getConfigMapping(MessagingConfig.class));
        consumer = new QueueConsumer(
                broker.consuming(),
                Topology.GATEWAY_TIMELINE,
                100,
                HandlingMetrics.of(new SimpleMeterRegistry(), "timeline"),
                MessageTraces.off(),
                delivery -> {
                    received.accept(delivery.message().id());
                    delivery.ack();
                });
        consumer.start().await().atMost(OutboxWorld.LONG);
        world.run("delete from lease_write");
        world.run("delete from lease_attempt");
    }

    @AfterEach
    void stopAll() {
        List.copyOf(replicas).forEach(this::stop);
        consumer.stop().await().atMost(OutboxWorld.LONG);
        broker.stop(null);
    }

    /** @param poll after how long without a message it leaves the lease to others */
    private OutboxWorld.Replica start(String poll) {
        OutboxWorld.Replica replica = world.newReplica(Map.of("viva.outbox.lease", "1h", "viva.outbox.poll", poll));
        replicas.add(replica);
        return replica;
    }

    private void stop(OutboxWorld.Replica replica) {
        replicas.remove(replica);
        replica.close();
        await().until(() -> !world.isRelayed());
    }

    @Test
    void one_claim_serves_many_rounds_and_a_look_that_finds_nothing_writes_nothing() {
        OutboxWorld.Replica replica = start("1h");
        say(replica);
        long claims = world.count("lease_write");

        for (int round = 0; round < 20; round++) {
            replica.outbox().committed();
            say(replica);
        }

        assertThat(world.count("lease_write")).isEqualTo(claims);
    }

    @Test
    void who_stops_leaves_the_lease_to_the_next_one() {
        OutboxWorld.Replica before = start("1h");
        say(before);

        stop(before);

        say(start("1h"));
    }

    @Test
    void what_another_replica_says_waits_for_no_lease() {
        OutboxWorld.Replica first = start("100ms");
        OutboxWorld.Replica second = start("100ms");

        for (int turn = 0; turn < 5; turn++) {
            say(first);
            say(second);
        }
    }

    @Test
    void who_met_another_replica_leaves_the_lease_after_every_round() {
        world.run("update outbox_lease set holder = gen_random_uuid(), expires_at = 'infinity'");
        OutboxWorld.Replica replica = start("1h");
        write(replica);
        await().until(() -> world.count("lease_attempt") >= 5);

        world.run("update outbox_lease set expires_at = '-infinity'");

        awaitAll();
        await().until(() -> !world.isRelayed());
        say(replica);
        await().until(() -> !world.isRelayed());
    }

    /** Writes a message as a replica does, and waits until everything said so far has arrived in order. */
    private void say(OutboxWorld.Replica by) {
        write(by);
        awaitAll();
    }

    private void write(OutboxWorld.Replica by) {
        Outgoing message = Outgoing.event(messages.first(new MatchMutualV1(LUNA, SOL, "Sol")));
        said.add(UUID.fromString(message.messageId()));
        world.append(List.of(message));
        by.outbox().committed();
    }

    private void awaitAll() {
        await().untilAsserted(() -> assertThat(received.snapshot()).containsExactlyElementsOf(said));
    }
}
