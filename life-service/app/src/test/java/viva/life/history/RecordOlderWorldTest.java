package viva.life.history;

import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;
import viva.contracts.ConversationId;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.StartConversationV1;
import viva.life.encounter.FastWorld;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/**
 * Records {@code older-world/life.copy} with {@code -Dviva.record=true}: rows of a small world in the columns of migration 9, and the journal with
 * the words in it, as versions before that wrote it. Otherwise it is skipped.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "viva.record", matches = "true")
@TestProfile(RecordOlderWorldTest.Sampled.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class RecordOlderWorldTest {
    public static class Sampled extends FastWorld {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> all = new HashMap<>(super.getConfigOverrides());
            all.put("viva.history.sample-every", "2s");
            return all;
        }
    }

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    DataSource dataSource;

    @Test
    void record() throws Exception {
        LivingAvatar luna = LivingAvatar.born(broker, pool);
        LivingAvatar sol = LivingAvatar.born(broker, pool);
        LivingAvatar mira = LivingAvatar.born(broker, pool);
        for (LivingAvatar each : List.of(luna, sol, mira)) {
            for (String text :
                    List.of("Hello!", "I love you", "How was your day?", "My grandmother died", "good night")) {
                each.answered(text);
            }
        }
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            luna.peers().requests().forEach(request -> luna.peers().words(request, "I am here."));
            return luna.rows("SELECT 1 FROM answer WHERE spoken_at IS NULL").isEmpty();
        });
        ConversationId talk = new ConversationId(UUID.randomUUID());
        luna.peers()
                .command(Peers.envelope(
                        new StartConversationV1(luna.id(), luna.owner(), talk, sol.id(), Instant.now())));
        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            CloudEvent<SpeakV1> turn = luna.peers().turn();
            if (turn != null) {
                luna.peers().words(turn, "words of a turn");
            }
            return !luna.peers().heard(ConversationEndedV1.class, sol.id()).isEmpty();
        });
        mira.peers().say(Peers.envelope(new AvatarDeactivatedV1(mira.id(), 2)));
        int samples = luna.rows("SELECT 1 FROM mind_sample WHERE %s").size();
        await().until(() -> luna.rows("SELECT 1 FROM mind_sample WHERE %s").size() >= samples + 8);
        StringWriter out = new StringWriter();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection
                    .createStatement()
                    .execute("INSERT INTO mind_hour SELECT shard_id, avatar_id, date_trunc('hour', at, 'UTC'), "
                            + "avg(mood), min(mood), max(mood), avg(wellbeing), avg(energy), avg(social), avg(stimulation), avg(comfort), 0, count(*) "
                            + "FROM mind_sample GROUP BY 1, 2, 3 ON CONFLICT DO NOTHING");
            connection
                    .createStatement()
                    .execute("INSERT INTO mind_day SELECT shard_id, avatar_id, date_trunc('day', at, 'UTC'), "
                            + "avg(mood), min(mood), max(mood), avg(wellbeing), avg(energy), avg(social), avg(stimulation), avg(comfort), 0, count(*) "
                            + "FROM mind_sample GROUP BY 1, 2, 3 ON CONFLICT DO NOTHING");
            connection
                    .createStatement()
                    .execute("UPDATE journal SET input = jsonb_set(input, '{text}', to_jsonb(m.content)) "
                            + "FROM message m WHERE m.id = journal.input_id AND kind = 'owner_message'");
            for (String table : List.of(
                    "mind (shard_id, avatar_id, standing, version, owner_id, profile, mind)",
                    "journal (shard_id, avatar_id, input_id, seq, kind, world_millis, tick, input, applied_at)",
                    "conversation (shard_id, id, avatar_id, owner_id, type, started_at, last_at, last_seq)",
                    "message (shard_id, conversation_id, at, seq, id, avatar_id, author, content, in_reply_to, mood, emotions, tone, voice, world_millis, act)",
                    "answer (shard_id, in_reply_to, message_id, avatar_id, due_at, request, spoken_at)",
                    "world_clock (id, seed, anchor_real, anchor_world, scale, running, version)",
                    "clock_line (version, anchor_real, anchor_world, scale, running)",
                    "mind_sample (shard_id, avatar_id, at, world_millis, tick, mood, wellbeing, energy, social, stimulation, comfort, emotions, activity, desire, asleep, mind)",
                    "mind_hour (shard_id, avatar_id, at, mood_avg, mood_min, mood_max, wellbeing_avg, energy_avg, social_avg, stimulation_avg, comfort_avg, asleep_share, samples)",
                    "mind_day (shard_id, avatar_id, at, mood_avg, mood_min, mood_max, wellbeing_avg, energy_avg, social_avg, stimulation_avg, comfort_avg, asleep_share, samples)",
                    "encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, guest_name, voiced, acts, humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, begins_world, spoken, landed, reason, ended_world, told, started_at, ended_at, topics)",
                    "line (shard_id, encounter_id, turn, id, speaker_id, act, content, tone, voice, mood, emotions, world_millis, at)",
                    "reach (shard_id, avatar_id, timezone, day, count, locale, country)",
                    "inbox (shard, consumer, message_id, handled_at)",
                    "outbox (shard, id, message_id, exchange, routing_key, body, created_at, expires_at)")) {
                int columns = table.indexOf('(');
                String select = "SELECT " + table.substring(columns + 1, table.length() - 1) + " FROM "
                        + table.substring(0, columns);
                out.write("COPY " + table + " FROM stdin;\n");
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY (" + select + ") TO STDOUT", out);
                out.write("\\.\n\n");
            }
            connection.rollback();
        }
        Files.createDirectories(Path.of("src/test/resources/older-world"));
        Files.writeString(Path.of("src/test/resources/older-world/life.copy"), out.toString());
    }
}
