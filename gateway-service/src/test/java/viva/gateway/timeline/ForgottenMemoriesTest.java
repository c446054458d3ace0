package viva.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.gateway.backend.FakePeers;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "gateway"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(FakePeers.class)
class ForgottenMemoriesTest {
    private static final String INSERT =
            "insert into timeline (avatar_id, seq, event_id, owner_id, type, payload, at, news) "
                    + "values ($1, $2, gen_random_uuid(), gen_random_uuid(), 'memory.formed.v1', "
                    + "jsonb_build_object('memory_id', $3::text, 'content', 'a canary'), now(), false)";

    @Inject
    ForgottenMemories forgotten;

    @Inject
    Pool pool;

    @Test
    void deleted_memories_leave_their_avatars_timeline_and_no_other() {
        AvatarId luna = new AvatarId(UUID.randomUUID());
        AvatarId sol = new AvatarId(UUID.randomUUID());
        UUID gone = UUID.randomUUID();
        UUID derived = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        entry(luna, 1, gone);
        entry(luna, 2, kept);
        entry(luna, 3, derived);
        entry(sol, 1, gone);

        get(forgotten.forget(luna, List.of(gone, derived, UUID.randomUUID())));

        assertThat(count(luna)).isEqualTo(1);
        assertThat(count(sol)).isEqualTo(1);
    }

    private void entry(AvatarId avatar, long seq, UUID memory) {
        get(pool.preparedQuery(INSERT).execute(Tuple.of(avatar.value(), seq, memory.toString())));
    }

    private long count(AvatarId avatar) {
        return get(pool.preparedQuery("select count(*) from timeline where avatar_id = $1")
                        .execute(Tuple.of(avatar.value())))
                .iterator()
                .next()
                .getLong(0);
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(Waiting.PATIENCE);
    }
}
