package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static viva.platform.testkit.Waiting.PATIENCE;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.life.mind.Model;
import viva.life.peer.LivingAvatar;
import viva.life.peer.Peers;

/** A world that an earlier version of the service left yesterday is taken over with all that it was. */
@QuarkusTest
@TestProfile(OlderWorldTest.Alone.class)
@WithTestResource(OlderWorld.class)
class OlderWorldTest {
    /** A profile of its own is a service of its own. */
    public static class Alone implements QuarkusTestProfile {}

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    DataSource dataSource;

    private Peers peers;
    private List<LivingAvatar> avatars;

    @BeforeEach
    void everybody_is_there() {
        peers = new Peers(broker);
        avatars = new ArrayList<>();
        for (Row row : pool.query("SELECT avatar_id, owner_id FROM mind ORDER BY avatar_id")
                .execute()
                .await()
                .atMost(PATIENCE)) {
            avatars.add(new LivingAvatar(new AvatarId(row.getUUID(0)), new AccountId(row.getUUID(1)), peers, pool));
        }
        assertThat(avatars).hasSize(3);
    }

    @AfterEach
    void the_others_go() {
        peers.close();
    }

    private static JsonPath ask(LivingAvatar avatar, String what, Map<String, ?> parameters) {
        return avatar.ask(what, parameters).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void everybody_lives_on_and_answers() throws SQLException {
        for (LivingAvatar avatar : avatars) {
            assertThat(ask(avatar, "/state", Map.of()).getDouble("mood")).isBetween(-1.0, 1.0);
            avatar.answered("Do you remember me?");
        }
        await().pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            peers.requests().forEach(request -> peers.words(request, "Of course."));
            assertThat(avatars)
                    .allSatisfy(avatar -> assertThat(
                                    avatar.rows("SELECT 1 FROM message WHERE %s AND content = 'Of course.'"))
                            .isNotEmpty());
        });

        try (Connection connection = dataSource.getConnection()) {
            assertThat(Model.VERSION == Model.FIRST ? FoldedLives.allAreAsTheirJournalsSay(connection) : 3)
                    .isEqualTo(3);
        }
    }

    @Test
    void yesterday_is_told_as_it_was_sampled_then() {
        for (LivingAvatar avatar : avatars) {
            List<Row> samples =
                    avatar.rows("SELECT * FROM mind_sample WHERE %s AND at < now() - interval '20 hours' ORDER BY at");
            assertThat(samples).hasSizeGreaterThan(3);
            for (Row sample : samples) {
                JsonPath state = ask(avatar, "/state", Map.of("at", at(sample)));
                assertThat(state.getBoolean("exact")).isEqualTo(Model.VERSION == Model.FIRST);
                assertThat(state.getDouble("mood")).isCloseTo(sample.getFloat("mood"), within(.3));
            }
            JsonPath history = ask(
                    avatar,
                    "/history",
                    Map.of("from", at(samples.getFirst()), "to", at(samples.getLast()), "step", "PT1S"));
            assertThat(history.getBoolean("exact")).isEqualTo(Model.VERSION == Model.FIRST);
            assertThat(history.getList("items")).isNotEmpty();
        }
    }

    @Test
    void what_was_said_is_there_and_why_is_answered_and_never_with_a_failure() {
        for (LivingAvatar avatar : avatars) {
            List<Row> said = avatar.rows(
                    "SELECT id FROM message WHERE %s AND author = 'owner' AND at < now() - interval '20 hours'");
            assertThat(said).hasSize(5);
            for (Row message : said) {
                var why =
                        avatar.ask("/why", Map.of("message", message.getUUID(0).toString()));
                assertThat(why.statusCode()).isEqualTo(Model.VERSION == Model.FIRST ? 200 : 422);
            }
        }
    }

    private static String at(Row sample) {
        return sample.getOffsetDateTime("at").toString();
    }
}
