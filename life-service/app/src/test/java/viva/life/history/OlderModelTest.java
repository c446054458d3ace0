package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.ShardId;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.life.mind.Model;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** What another version of the model lived is told from what it sampled, and never answered with a failure. */
@QuarkusTest
@TestProfile(HistoryTest.Fast.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class OlderModelTest {
    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    private LivingAvatar luna;

    @BeforeEach
    void an_avatar_lived_for_a_while() {
        luna = LivingAvatar.born(broker, pool);
        luna.answered("I love you");
        await().until(() -> samples().size() >= 3);
    }

    /** A past that was broken on purpose is nobody else's. */
    @AfterEach
    void it_is_erased() {
        luna.peers().say(Peers.envelope(new AvatarDeletedV1(luna.id(), 9)));
        await().until(() -> !luna.rows("SELECT 1 FROM mind WHERE %s AND standing = 'erased'")
                .isEmpty());
        luna.close();
    }

    private List<Row> samples() {
        return luna.rows("SELECT * FROM mind_sample WHERE %s ORDER BY at");
    }

    private JsonPath ask(String what, Map<String, ?> parameters) {
        return luna.ask(what, parameters).then().statusCode(200).extract().jsonPath();
    }

    private void wasLivedByAnotherModel() {
        luna.rows("UPDATE mind_sample SET model = 0 WHERE %s");
        luna.rows("UPDATE journal SET model = 0 WHERE %s");
    }

    private String at(Row sample) {
        return sample.getOffsetDateTime("at").plusNanos(1_000).toString();
    }

    private void theStateThenIsToldAsIn(Row sample) {
        JsonPath state = ask("/state", Map.of("at", at(sample)));

        assertThat(state.getBoolean("exact")).isFalse();
        assertThat(state.getDouble("mood")).isCloseTo(sample.getFloat("mood"), within(1e-6));
        assertThat(state.getDouble("needs.social")).isCloseTo(sample.getFloat("social"), within(1e-4));
        assertThat(state.getDouble("emotions.joy")).isCloseTo(sample.getArrayOfFloats("emotions")[0], within(1e-6));
        assertThat(state.getString("activity")).isEqualTo(sample.getString("activity"));
        assertThat(state.getString("mood_label")).isNotBlank();
    }

    @Test
    void an_instant_of_another_model_is_told_as_it_was_sampled_and_what_follows_is_exact() {
        wasLivedByAnotherModel();
        List<Row> older = luna.rows("SELECT * FROM mind_sample WHERE %s AND model = 0 ORDER BY at");
        await().until(() -> luna.rows("SELECT 1 FROM mind_sample WHERE %s AND model = " + Model.VERSION)
                        .size()
                >= 2);
        Row later = luna.rows("SELECT * FROM mind_sample WHERE %s AND model = " + Model.VERSION + " ORDER BY at")
                .getFirst();

        theStateThenIsToldAsIn(older.getFirst());
        assertThat(ask("/state", Map.of("at", at(later))).getBoolean("exact")).isTrue();
        JsonPath history = ask("/history", Map.of("from", at(older.getFirst()), "to", at(later), "step", "PT1S"));
        assertThat(history.getString("source")).isEqualTo("sample");
        assertThat(history.getBoolean("exact")).isFalse();
        assertThat(history.getDouble("items[0].mood"))
                .isCloseTo(older.getFirst().getFloat("mood"), within(1e-6));
        luna.ask("/why", Map.of("tick", 1))
                .then()
                .statusCode(422)
                .body("detail", containsString("cannot be explained any more"));
    }

    @Test
    void a_sample_or_an_input_that_cannot_be_read_is_no_failure_of_the_answer() {
        luna.rows("UPDATE mind_sample SET mind = '\\x7f00' WHERE %s");
        Row broken = luna.rows("SELECT * FROM mind_sample WHERE %s AND mind = '\\x7f00' ORDER BY at")
                .getFirst();

        theStateThenIsToldAsIn(broken);

        luna.rows("DELETE FROM mind_sample WHERE %s AND at > '" + broken.getOffsetDateTime("at") + "'");
        luna.rows("DELETE FROM mind_sample WHERE %s AND mind = '\\x7f00'");
        luna.rows("UPDATE journal SET kind = 'not_thought_of_yet' WHERE %s AND kind = 'owner_message'");
        await().until(() -> !samples().isEmpty());
        JsonPath between = ask("/state", Map.of("at", at(broken)));
        assertThat(between.getBoolean("exact")).isFalse();
        luna.ask("/history", Map.of("from", at(broken))).then().statusCode(200).body("exact", equalTo(false));
    }

    @Test
    void when_another_model_comes_everybody_is_sampled_anew_also_those_who_rest() {
        luna.peers().say(Peers.envelope(new AvatarDeactivatedV1(luna.id(), 2)));
        await().until(() -> !luna.rows("SELECT 1 FROM mind WHERE %s AND standing = 'resting'")
                .isEmpty());
        int shard = ShardId.of(luna.id()).value();
        run("INSERT INTO lived_by (shard_id, model) VALUES ($1, 0)", Tuple.of(shard));
        wasLivedByAnotherModel();

        anotherReplicaHasTheShardForAMoment(shard);

        await().until(() -> luna.rows("SELECT 1 FROM mind_sample WHERE %s AND model = " + Model.VERSION)
                        .size()
                == 1);
        Row fresh = luna.rows("SELECT * FROM mind_sample WHERE %s AND model = " + Model.VERSION)
                .getFirst();
        Row stored = luna.rows("SELECT mind FROM mind WHERE %s").getFirst();
        assertThat(fresh.getBuffer("mind").getDelegate())
                .isEqualTo(stored.getBuffer("mind").getDelegate());
        await().until(() -> !luna.rows(
                        "SELECT 1 FROM lived_by WHERE shard_id = " + shard + " AND model = " + Model.VERSION)
                .isEmpty());
        Instant after = luna.rows("SELECT max(since) AS since FROM lived_by WHERE shard_id = " + shard)
                .getFirst()
                .getOffsetDateTime("since")
                .toInstant();
        await().untilAsserted(() -> luna.ask(
                        "/state", Map.of("at", after.plusMillis(500).toString()))
                .then()
                .statusCode(200)
                .body("exact", equalTo(true)));
    }

    private void anotherReplicaHasTheShardForAMoment(int shard) {
        UUID usurper = UUID.randomUUID();
        run(
                "INSERT INTO replica (id, expires_at, leaving) VALUES ($1, now() + interval '1 hour', true)",
                Tuple.of(usurper));
        run("UPDATE shard SET epoch = epoch + 1, owner = $1 WHERE id = $2", Tuple.of(usurper, shard));
        run("UPDATE replica SET expires_at = now() WHERE id = $1", Tuple.of(usurper));
    }

    private void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().atMost(PATIENCE);
    }
}
