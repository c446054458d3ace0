package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.conversation.LifeTables.get;
import static viva.platform.testkit.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.Emotions;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.WorldTime;
import viva.life.conversation.LifeTables;
import viva.life.conversation.Line;
import viva.life.conversation.LineTable;
import viva.platform.testkit.Waiting;

/** An avatar is erased while another transaction is at work on the same conversations. */
class ErasureWriterTest {
    private static final Emotions CALM = new Emotions(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final AvatarId luna = new AvatarId(new UUID(0x10, 1));
    private final AvatarId sol = new AvatarId(new UUID(0x20, 2));
    private final ConversationId first = new ConversationId(new UUID(0x30, 1));
    private final ConversationId second = new ConversationId(new UUID(0x30, 2));
    private LifeTables tables;

    @BeforeEach
    void two_have_talked_in_two_shards() {
        assertThat(ShardId.of(luna)).isNotEqualTo(ShardId.of(sol));
        tables = new LifeTables();
        encounter(first, luna, "Luna", sol, "Sol");
        encounter(second, sol, "Sol", luna, "Luna");
        get(append(tables.pool(), line(0, luna, "Hello Sol")));
        get(append(tables.pool(), line(1, sol, "Hello Luna")));
    }

    @AfterEach
    void leave() {
        tables.close();
    }

    @Test
    void a_line_that_is_committed_while_an_erasing_waits_keeps_no_name() {
        LifeTables.Open turn = tables.begin();
        turn.run("UPDATE encounter SET spoken = 3 WHERE id = '" + first + "'");

        CompletableFuture<Void> erasing = erase(sol);
        tables.awaitWaiting(1);
        get(append(turn.connection(), line(2, luna, "Bye Sol")));
        turn.commit();
        end(erasing);

        assertThat(lines()).containsExactly("Hello …", "Bye …");
    }

    @Test
    void a_line_that_is_written_before_an_erasing_is_committed_is_not_kept() {
        LifeTables.Open erasing = tables.begin();
        get(erasing(sol).write(erasing.connection(), ShardId.of(sol)));

        CompletableFuture<Void> late = begin(append(tables.pool(), line(2, luna, "Bye Sol")));
        await().until(() -> late.isDone() || tables.waiting() == 1);
        erasing.commit();
        end(late);

        assertThat(lines()).containsExactly("Hello …");
    }

    @Test
    void of_two_who_are_erased_at_once_no_conversation_is_left() {
        LifeTables.Open other = tables.begin();
        other.run("SELECT FROM encounter FOR UPDATE");

        CompletableFuture<Void> one = erase(luna);
        CompletableFuture<Void> two = erase(sol);
        tables.awaitWaiting(2);
        other.commit();
        end(one);
        end(two);

        assertThat(tables.number("SELECT count(*) FROM encounter")).isZero();
        assertThat(lines()).isEmpty();
    }

    @Test
    void two_who_are_erased_at_once_in_the_middle_of_their_conversations_do_not_wait_for_each_other() {
        tables.run("UPDATE encounter SET told = false");
        LifeTables.Open other = tables.begin();
        other.run("SELECT FROM encounter FOR UPDATE");

        CompletableFuture<Void> one = erase(luna, first, second);
        CompletableFuture<Void> two = erase(sol, first, second);
        tables.awaitWaiting(2);
        other.commit();
        end(one);
        end(two);

        assertThat(tables.number("SELECT count(*) FROM encounter")).isZero();
    }

    @Test
    void an_erasing_waits_until_the_past_of_the_avatar_was_gone_through() {
        String past = " WHERE avatar_id = '" + luna + "'";
        tables.run("INSERT INTO forgetting VALUES (" + ShardId.of(luna).value() + ", '" + luna + "', '" + sol + "')");
        tables.run("INSERT INTO journal (shard_id, avatar_id, input_id, kind, world_millis, tick, input) VALUES ("
                + ShardId.of(luna).value() + ", '" + luna + "', gen_random_uuid(), 'met', 0, 1, '{}')");
        LifeTables.Open job = tables.begin();
        job.run("SELECT FROM forgetting" + past + " FOR UPDATE");
        job.run("UPDATE journal SET input = '{\"partner\": null}'" + past);

        CompletableFuture<Void> erasing = erase(luna);
        tables.awaitWaiting(1);
        job.run("UPDATE encounter SET host_mind = '\\x00' WHERE id = '" + first + "'");
        job.run("DELETE FROM forgetting" + past);
        job.commit();
        end(erasing);

        assertThat(tables.number("SELECT count(*) FROM journal" + past)).isZero();
        assertThat(tables.number("SELECT count(*) FROM encounter WHERE host_mind IS NULL"))
                .isEqualTo(2);
    }

    private CompletableFuture<Void> erase(AvatarId gone, ConversationId... untold) {
        ErasureWriter erasing = erasing(gone);
        List.of(untold).forEach(talk -> erasing.dissolve(talk, gone));
        return begin(tables.pool().withTransaction(tx -> erasing.write(tx, ShardId.of(gone))));
    }

    private static ErasureWriter erasing(AvatarId gone) {
        ErasureWriter erasing = new ErasureWriter();
        erasing.erase(gone);
        return erasing;
    }

    private static CompletableFuture<Void> begin(Uni<Void> work) {
        return work.subscribeAsCompletionStage();
    }

    private static void end(CompletableFuture<Void> work) {
        work.orTimeout(Waiting.PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private List<String> lines() {
        return tables.texts("SELECT content FROM line ORDER BY turn");
    }

    private Uni<Void> append(SqlClient client, Line line) {
        return LineTable.append(client, ShardId.of(luna), List.of(line));
    }

    private Line line(int turn, AvatarId speaker, String content) {
        MessageId id = new MessageId(new UUID(0x40, turn));
        return new Line(
                first, turn, id, speaker, DialogueAct.GREET, content, "warm", "offline", 0, CALM, new WorldTime(0));
    }

    private void encounter(ConversationId id, AvatarId host, String hostName, AvatarId guest, String guestName) {
        tables.run("INSERT INTO encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, "
                + "guest_name, voiced, acts, humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, "
                + "begins_world, landed, told) VALUES ("
                + ShardId.of(host).value() + ", '" + id + "', '" + host + "', gen_random_uuid(), '" + hostName + "', '"
                + guest + "', gen_random_uuid(), '" + guestName
                + "', true, '', 0, 0, '{}', '', '', '{}', 0, 2, true)");
    }
}
