package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.conversation.LifeTables.get;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.conversation.Utterance;
import viva.life.decision.Change;
import viva.life.encounter.FastWorld;
import viva.life.resident.Resident;
import viva.platform.outbox.Outbox;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@TestProfile(FastWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class ChangeWriterTest {
    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    @Test
    void of_a_message_that_comes_with_the_erasing_of_its_avatar_nothing_is_left() {
        AvatarId gone = new AvatarId(UUID.randomUUID());
        ConversationId talk = new ConversationId(UUID.randomUUID());
        Utterance goodbye = new Utterance(
                talk,
                gone,
                new AccountId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                Author.OWNER,
                "Goodbye",
                null,
                0,
                null,
                null,
                null,
                null,
                new WorldTime(0),
                List.of());
        ChangeWriter writer = new ChangeWriter(
                List.of(new Change.Uttered(goodbye, Instant.EPOCH), new Change.Erased(Resident.erased(gone, 2))));

        get(pool.withTransaction(tx -> writer.write(tx, ShardId.of(gone), outbox, List.of())));

        assertThat(get(pool.preparedQuery("SELECT count(*) FROM message WHERE conversation_id = $1")
                                .execute(Tuple.of(talk.value())))
                        .iterator()
                        .next()
                        .getLong(0))
                .isZero();
    }
}
