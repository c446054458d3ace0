package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.conversation.LifeTables.get;
import static viva.platform.testkit.Waiting.await;

import io.smallrye.mutiny.Uni;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.life.conversation.LifeTables;
import viva.life.mind.MindCodec;
import viva.platform.service.jobs.ScheduledJobs;

/** Two erased avatars that a thousand others knew, all of whom have talked with each other, in eight shards. */
class ForgettingTest {
    private static final int RESIDENTS = 1_000;
    private static final AvatarId LUNA = new AvatarId(new UUID(0x5000, 1));
    private static final AvatarId SOL = new AvatarId(new UUID(0x5000, 2));

    /** A resident by its number. */
    private static final String RESIDENT = "lpad(to_hex(%s), 32, '0')::uuid";

    private static final String MIND =
            "decode('02' || replace('%s%s', '-', '') || '00000000', 'hex')".formatted(LUNA, SOL);

    private LifeTables tables;

    @BeforeEach
    void everybody_knew_both() {
        tables = new LifeTables();
        tables.run(
                "INSERT INTO forgetting SELECT n %% 8, %s, g FROM generate_series(1, %d) n, unnest(ARRAY['%s', '%s']::uuid[]) g"
                        .formatted(RESIDENT.formatted("n"), RESIDENTS, LUNA, SOL));
        tables.run(
                "INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input) "
                        + "SELECT shard_id, avatar_id, gen_random_uuid(), 'met', 0, 1, jsonb_build_object('partner', gone_id) FROM forgetting");
        tables.run(
                "INSERT INTO mind_sample SELECT shard_id, avatar_id, now() - n * interval '1 hour', 0, 0, .25, .5, .5, .5, .5, .5, "
                        + "array_fill(.1::real, ARRAY[10]), 'idle', 'rest', false, " + MIND
                        + " FROM (SELECT DISTINCT shard_id, avatar_id FROM forgetting) residents, generate_series(1, 3) n");
        tables.run(
                "INSERT INTO encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, guest_name, voiced, "
                        + "acts, humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, begins_world, told) "
                        + "SELECT n %% 8, %s, %s, gen_random_uuid(), 'Kim', %s, gen_random_uuid(), 'Kai', false, '', 0, 0, '{}', %s, %s, '{}', 0, true "
                                .formatted(
                                        RESIDENT.formatted("n"),
                                        RESIDENT.formatted("n"),
                                        RESIDENT.formatted("n %% %d + 1".formatted(RESIDENTS)),
                                        MIND,
                                        MIND)
                        + "FROM generate_series(1, " + RESIDENTS + ") n");
        tables.run("ANALYZE");
    }

    @AfterEach
    void leave() {
        tables.close();
    }

    @Test
    void two_replicas_at_once_take_both_out_of_every_past() {
        await().until(() -> {
            get(Uni.join().all(replica().run(), replica().run()).andFailFast());
            return tables.number("SELECT count(*) FROM forgetting") == 0;
        });

        assertThat(namings()).isZero();
        assertThat(tables.number("SELECT count(*) FROM journal WHERE input->>'partner' IN ('%s', '%s')"
                        .formatted(LUNA.pseudonym(), SOL.pseudonym())))
                .isEqualTo(2 * RESIDENTS);
    }

    @Test
    void a_conversation_that_another_transaction_works_on_waits_for_the_next_run() {
        LifeTables.Open other = tables.begin();
        other.run("SELECT FROM encounter WHERE id = " + RESIDENT.formatted(7) + " FOR UPDATE");

        get(replica().run());

        assertThat(tables.number("SELECT count(*) FROM forgetting")).isEqualTo(4);
        other.run("UPDATE encounter SET spoken = 1");
        other.commit();
        get(replica().run());
        assertThat(tables.number("SELECT count(*) FROM forgetting")).isZero();
        assertThat(namings()).isZero();
    }

    private Forgetting replica() {
        return new Forgetting(tables.pool(), new ScheduledJobs(null));
    }

    /** Rows that name one of the two. */
    private long namings() {
        long rows = 0;
        for (AvatarId gone : new AvatarId[] {LUNA, SOL}) {
            String bytes = "'\\x" + HexFormat.of().formatHex(MindCodec.bytes(gone)) + "'::bytea";
            rows += tables.number(
                    "SELECT (SELECT count(*) FROM journal WHERE strpos(input::text, '%s') > 0)".formatted(gone)
                            + " + (SELECT count(*) FROM mind_sample WHERE position(" + bytes + " IN mind) > 0)"
                            + " + (SELECT count(*) FROM encounter WHERE position(" + bytes
                            + " IN host_mind) > 0 OR position(" + bytes
                            + " IN guest_mind) > 0)");
        }
        return rows;
    }
}
