package viva.life.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.message.AvatarCreatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ErasureDoneV1;
import viva.contracts.message.LeftBehindV1;
import viva.contracts.message.MatchFoundV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.StartConversationV1;
import viva.life.peer.Peers;
import viva.platform.testkit.Leftovers;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** Two avatars of two owners have talked and become friends; then one of them is erased. */
@QuarkusTest
@TestProfile(FastWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class ErasedAvatarTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    DataSource database;

    private final AvatarId luna = new AvatarId(UUID.randomUUID());
    private final AvatarId sol = new AvatarId(UUID.randomUUID());
    private final AccountId ana = new AccountId(UUID.randomUUID());
    private final AccountId ben = new AccountId(UUID.randomUUID());
    private final ConversationId talk = new ConversationId(UUID.randomUUID());
    private final AtomicInteger rounds = new AtomicInteger();
    private Peers peers;

    @BeforeEach
    void two_avatars_live() {
        peers = new Peers(broker);
        peers.awaitAlive(luna, ana);
        peers.awaitAlive(sol, ben);
    }

    @AfterEach
    void they_go() {
        peers.say(Peers.envelope(new AvatarDeletedV1(luna, 9)));
        peers.say(Peers.envelope(new AvatarDeletedV1(sol, 9)));
        peers.close();
    }

    @Test
    void of_a_shared_conversation_stays_what_the_survivor_said_to_somebody_who_is_gone() throws SQLException {
        talkUntilOver();

        eraseUntilAnswered(sol);

        JsonPath shown = as(ana, "/conversations/" + talk)
                .then()
                .statusCode(200)
                .body("with", equalTo(sol.pseudonym().toString()))
                .body("with_name", equalTo(null))
                .extract()
                .jsonPath();
        assertThat(shown.getString("reason")).isEqualTo("goodbye");
        JsonPath lines = as(ana, "/conversations/" + talk + "/messages").jsonPath();
        assertThat(lines.getList("items.author", String.class)).isNotEmpty().containsOnly("avatar");
        assertThat(lines.getList("items.content", String.class))
                .allSatisfy(line -> assertThat(line).startsWith("own words").doesNotContain("Ada"));
        as(ben, "/conversations/" + talk).then().statusCode(404);
        assertThat(left(canary())).isEmpty();
    }

    @Test
    void what_the_survivor_told_its_owner_names_the_erased_no_more() throws SQLException {
        talkUntilOver();
        tell("Lovely. I talked with Ada, about adagios.");
        tell("Ich sah Adas Hund.");
        CloudEvent<SpeakV1> late = ask("What did you do today?");

        peers.say(Peers.envelope(new AvatarDeletedV1(sol, 5, rounds.getAndIncrement())));
        await().untilAsserted(() ->
                assertThat(told()).contains("Lovely. I talked with …, about adagios.", "Ich sah …s Hund."));
        peers.words(late, "I talked with Ada.");
        eraseUntilAnswered(sol);

        assertThat(told()).hasSize(3).noneMatch(line -> line.contains("Ada"));
        noTableNames(sol);
    }

    @Test
    void of_a_conversation_of_two_who_are_erased_nothing_stays() throws SQLException {
        talkUntilOver();

        eraseUntilAnswered(sol);
        eraseUntilAnswered(luna);

        as(ana, "/conversations/" + talk).then().statusCode(404);
        assertThat(left(talk.toString())).isEmpty();
    }

    @Test
    void the_id_is_nowhere_when_the_service_has_answered_and_the_survivors_past_is_told_as_before()
            throws SQLException {
        peers.say(Peers.envelope(new MatchFoundV1(luna, sol, "Ada", .9)));
        talkUntilOver();
        peers.say(Peers.envelope(
                new BondChangedV1(luna, sol, BondStatus.FRIENDS, BondStatus.ACQUAINTANCES, .5, .5, .5, .5, 3, talk)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows("journal WHERE kind = 'tied' AND avatar_id = '%s'"))
                        .isOne());
        Instant then = Instant.now();
        String before = as(ana, "/avatars/" + luna + "/state?at=" + then).asString();

        eraseUntilAnswered(sol);

        noTableNames(sol);
        assertThat(as(ana, "/avatars/" + luna + "/state?at=" + then).asString()).isEqualTo(before);
        as(ana, "/avatars/" + luna + "/history").then().statusCode(200);
        as(ana, "/avatars/" + luna + "/why?conversation=" + talk).then().statusCode(200);
        assertThat(left(Leftovers.formsOf(sol.pseudonym().value()).toArray(String[]::new)))
                .containsKeys("life.mind", "life.journal");
    }

    @Test
    void somebody_one_has_only_heard_of_is_forgotten_when_others_tell_that_they_are_gone() throws SQLException {
        peers.say(Peers.envelope(new MatchFoundV1(luna, sol, "Ada", .9)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mindsWith(sol)).isOne());

        peers.say(Peers.envelope(new LeftBehindV1(luna, sol)));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(mindsWith(sol)).isZero();
            assertThat(rows("forgetting WHERE avatar_id = '%s'")).isZero();
            assertThat(rows("journal WHERE avatar_id = '%s' AND input::text LIKE '%%" + sol + "%%'"))
                    .isZero();
        });
    }

    @Test
    void of_a_block_on_it_nothing_stays_either() throws SQLException {
        peers.say(Peers.envelope(new BlockChangedV1(luna, sol, true, true)));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(rows("block WHERE avatar_id = '%s'")).isOne());

        eraseUntilAnswered(sol);

        noTableNames(sol);
    }

    @Test
    void a_late_message_does_not_bring_an_erased_avatar_back() throws SQLException {
        eraseUntilAnswered(sol);

        peers.created(sol, ben);
        peers.say(Peers.envelope(new AvatarCreatedV1(sol, ben, 12, Peers.profile())));
        // What reaches a queue is handled in order.
        AvatarId later = new AvatarId(UUID.randomUUID());
        peers.awaitAlive(later, ben);

        as(ben, "/avatars/" + sol + "/state").then().statusCode(404);
        noTableNames(sol);
    }

    private CloudEvent<SpeakV1> ask(String question) {
        peers.wrote(luna, ana, question);
        return await().until(
                        peers::request,
                        request -> request != null && request.subject().equals(luna));
    }

    private void tell(String words) throws SQLException {
        peers.words(ask("How was your day?"), words);
        await().untilAsserted(() -> assertThat(told()).contains(words));
    }

    /** What Luna said to its owner. */
    private List<String> told() throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content FROM message WHERE avatar_id = '" + luna
                        + "' AND author = 'avatar' ORDER BY seq")) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }

    private void eraseUntilAnswered(AvatarId gone) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            peers.say(Peers.envelope(new AvatarDeletedV1(gone, 5, rounds.getAndIncrement())));
            assertThat(peers.heard(ErasureDoneV1.class, gone)).isNotEmpty();
        });
    }

    private void talkUntilOver() {
        peers.command(Peers.envelope(new StartConversationV1(luna, ana, talk, sol, Instant.now())));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            CloudEvent<SpeakV1> turn = peers.turn();
            if (turn != null && turn.data().conversationId().equals(talk)) {
                boolean own = turn.data().partner().id().equals(sol);
                peers.words(turn, own ? "own words in " + talk + " to Ada" : canary());
            }
            return peers.heard(ConversationEndedV1.class, sol).stream()
                    .anyMatch(event -> ((ConversationEndedV1) event.data())
                            .conversationId()
                            .equals(talk));
        });
    }

    /** A command to forget it that an earlier round sent may still be handled, and names it until the past is gone through once more. */
    private void noTableNames(AvatarId gone) {
        await().untilAsserted(
                        () -> assertThat(left(Leftovers.formsOf(gone.value()).toArray(String[]::new)))
                                .isEmpty());
    }

    private Map<String, Long> left(String... texts) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<String, Long> left = Leftovers.in(connection, List.of(texts));
            // What was to be said is gone from there in a moment.
            left.remove("life.outbox");
            return left;
        }
    }

    private String canary() {
        return "canary in " + talk;
    }

    /** Whether the mind of Luna has somebody in mind: 1 or 0. */
    private long mindsWith(AvatarId other) throws SQLException {
        String bytes = Leftovers.formsOf(other.value()).getLast();
        return rows("mind WHERE avatar_id = '%s' AND strpos(mind::text, '" + bytes + "') > 0");
    }

    /** @param of a table and a condition, in which {@code %s} stands for the id of Luna */
    private long rows(String of) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + of.formatted(luna))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Response as(AccountId account, String path) {
        return given().header("Authorization", TestTokens.bearer("life", account))
                .get(path);
    }
}
