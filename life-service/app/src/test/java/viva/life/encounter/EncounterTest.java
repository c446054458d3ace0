package viva.life.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.Author;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;
import viva.contracts.Json;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.contracts.message.AvatarDeactivatedV1;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.ConversationStartedV1;
import viva.contracts.message.EndConversationV1;
import viva.contracts.message.RememberV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.StartConversationV1;
import viva.contracts.message.ThoughtHadV1;
import viva.contracts.message.TriggerThoughtV1;
import viva.life.peer.Peers;
import viva.platform.messaging.Envelopes;
import viva.platform.messaging.Topology;
import viva.platform.testkit.GoldenPayloads;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** Two avatars of two owners talk, over the real broker and database; the test plays the other services. */
@QuarkusTest
@TestProfile(FastWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class EncounterTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    private final AvatarId luna = new AvatarId(UUID.randomUUID());
    private final AvatarId sol = new AvatarId(UUID.randomUUID());
    private final AccountId ana = new AccountId(UUID.randomUUID());
    private final AccountId ben = new AccountId(UUID.randomUUID());
    private final ConversationId talk = new ConversationId(UUID.randomUUID());
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
    void both_owners_hear_every_word_and_how_it_ended() {
        start();

        List<CloudEvent<SpeakV1>> turns = speakUntilOver();

        ConversationEndedV1 ended = ended(luna);
        List<ConversationMessageV1> heardByAna = lines(luna);
        List<ConversationMessageV1> heardByBen = lines(sol);
        assertThat(ended.reason()).isEqualTo(EndReason.GOODBYE);
        assertThat(ended.outcome().turns()).isEqualTo(heardByAna.size());
        assertThat(ended.host()).isTrue();
        assertThat(ended(sol).host()).isFalse();
        assertThat(heardByAna)
                .extracting(ConversationMessageV1::messageId)
                .containsExactlyElementsOf(heardByBen.stream()
                        .map(ConversationMessageV1::messageId)
                        .toList());
        assertThat(heardByAna.getFirst().speakerId()).isEqualTo(luna);
        assertThat(heardByAna.get(1).speakerId()).isEqualTo(sol);
        assertThat(heardByAna.getFirst().content()).isEqualTo("words of turn 0");
        assertThat(turns)
                .extracting(turn -> turn.data().act())
                .containsExactlyElementsOf(
                        heardByAna.stream().map(ConversationMessageV1::act).toList());
        assertThat(turns.get(1).data().said()).isEqualTo("words of turn 0");
        assertThat(peers.heard(ConversationStartedV1.class, sol)).hasSize(1);
    }

    @Test
    void each_owner_hears_which_of_the_two_spoke() {
        start();
        speakUntilOver();
        ended(luna);

        for (AvatarId side : List.of(luna, sol)) {
            List<ConversationMessageV1> lines = lines(side);
            assertThat(lines).extracting(ConversationMessageV1::author).contains(Author.AVATAR, Author.PARTNER);
            for (ConversationMessageV1 line : lines) {
                boolean own = line.speakerId().equals(side);
                String file = own ? "line-of-the-avatar" : "line-of-the-partner";
                assertThat(GoldenPayloads.asIn(file, Json.mapper().valueToTree(line)))
                        .isEqualTo(GoldenPayloads.golden(file));
            }
        }
    }

    @Test
    void why_it_left_them_as_it_did_is_told_act_by_act_with_numbers() {
        start();
        speakUntilOver();
        int turns = ended(luna).outcome().turns();

        JsonPath why = why(luna, ana, "?conversation=" + talk);

        List<String> kinds = why.<List<List<String>>>get("items.steps.kind").stream()
                .flatMap(List::stream)
                .toList();
        assertThat(kinds).contains("event", "appraisal", "emotion", "act");
        assertThat(kinds.stream().filter("appraisal"::equals).count()).isGreaterThanOrEqualTo(turns / 2);
        assertThat(why.<List<Object>>get("items.steps.flatten().numbers")).isNotEmpty();
    }

    @Test
    void both_remember_it() {
        start();
        speakUntilOver();
        ended(sol);

        List<AvatarId> remembering = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            CloudEvent<?> next = peers.memory();
            if (next != null
                    && next.data() instanceof RememberV1 memory
                    && memory.kind().equals("interaction")) {
                memory.parts().forEach(part -> remembering.add(part.avatarId()));
            }
            assertThat(remembering).contains(luna, sol);
        });
    }

    @Test
    void asked_twice_they_talk_once() {
        var wish = Peers.envelope(new StartConversationV1(luna, ana, talk, sol, Instant.now()));
        peers.command(wish);
        peers.command(wish);

        speakUntilOver();

        assertThat(peers.heard(ConversationStartedV1.class, luna)).hasSize(1);
        assertThat(ended(luna)).isNotNull();
    }

    @Test
    void an_owner_can_end_it_and_both_sides_stop() {
        start();
        await().atMost(PATIENCE)
                .until(() -> !peers.heard(ConversationStartedV1.class, sol).isEmpty());

        peers.command(Peers.envelope(new EndConversationV1(sol, ben, talk, Instant.now())));
        speakUntilOver();

        assertThat(ended(luna).reason()).isEqualTo(EndReason.CUT_SHORT);
        awaitActivity(luna, ana);
        awaitActivity(sol, ben);
    }

    @Test
    void who_talks_with_somebody_who_is_deleted_goes_on_living() {
        start();
        await().atMost(PATIENCE)
                .until(() -> !peers.heard(ConversationStartedV1.class, sol).isEmpty());

        peers.say(Peers.envelope(new AvatarDeletedV1(sol, 5)));

        assertThat(ended(luna).reason()).isEqualTo(EndReason.PARTNER_GONE);
        awaitActivity(luna, ana);
    }

    @Test
    void who_names_somebody_who_rests_is_told() {
        peers.say(Peers.envelope(new AvatarDeactivatedV1(sol, 3)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            ConversationId again = new ConversationId(UUID.randomUUID());
            peers.command(Peers.envelope(new StartConversationV1(luna, ana, again, sol, Instant.now())));
            assertThat(peers.heard(ConversationEndedV1.class, luna))
                    .anySatisfy(event -> assertThat(((ConversationEndedV1) event.data()).reason())
                            .isEqualTo(EndReason.RESTING));
        });
    }

    @Test
    void nobody_talks_with_oneself_and_the_wish_is_a_dead_letter() {
        String queue = Topology.shardQueue(ShardId.of(luna));
        var wish = Peers.envelope(new StartConversationV1(luna, ana, talk, luna, Instant.now()));

        peers.command(wish);

        await().atMost(PATIENCE).until(() -> peers.takeDead(queue).contains(Envelopes.encode(wish)));
        peers.awaitAlive(luna, ana);
    }

    @Test
    void who_names_somebody_who_does_not_exist_is_told() {
        AvatarId nobody = new AvatarId(UUID.randomUUID());
        peers.command(Peers.envelope(new StartConversationV1(luna, ana, talk, nobody, Instant.now())));

        assertThat(ended(luna).reason()).isEqualTo(EndReason.GONE);
        assertThat(ended(luna).outcome()).isNull();
    }

    @Test
    void who_names_somebody_whom_the_invitation_never_reaches_is_told_in_the_end() {
        AvatarId faraway = Stream.generate(() -> new AvatarId(UUID.randomUUID()))
                .filter(avatar -> !ShardId.of(avatar).equals(ShardId.of(luna)))
                .findFirst()
                .orElseThrow();
        peers.cutOff(ShardId.of(faraway));
        try {
            peers.command(Peers.envelope(new StartConversationV1(luna, ana, talk, faraway, Instant.now())));

            assertThat(ended(luna)).satisfies(end -> {
                assertThat(end.reason()).isEqualTo(EndReason.NO_ANSWER);
                assertThat(end.otherId()).isEqualTo(faraway);
                assertThat(end.outcome()).isNull();
            });
        } finally {
            peers.reconnect(ShardId.of(faraway));
        }
    }

    @Test
    void a_thought_that_the_owner_asks_for_is_told() {
        peers.command(Peers.envelope(new TriggerThoughtV1(luna, ana, new MessageId(UUID.randomUUID()), Instant.now())));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(peers.heard(ThoughtHadV1.class, luna))
                        .singleElement()
                        .satisfies(thought -> assertThat(((ThoughtHadV1) thought.data()).content())
                                .isNotBlank()));
    }

    private static JsonPath why(AvatarId avatar, AccountId owner, String query) {
        return as(owner)
                .get("/avatars/{id}/why" + query, avatar.toString())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(AccountId account) {
        return given().header("Authorization", TestTokens.bearer("life", account));
    }

    private void start() {
        peers.command(Peers.envelope(new StartConversationV1(luna, ana, talk, sol, Instant.now())));
    }

    private List<CloudEvent<SpeakV1>> speakUntilOver() {
        List<CloudEvent<SpeakV1>> turns = new ArrayList<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
            CloudEvent<SpeakV1> turn = peers.turn();
            if (turn != null && turn.data().conversationId().equals(talk)) {
                peers.words(turn, "words of turn " + turns.size());
                turns.add(turn);
            }
            return !peers.heard(ConversationEndedV1.class, sol).isEmpty();
        });
        return turns;
    }

    private ConversationEndedV1 ended(AvatarId avatar) {
        return (ConversationEndedV1) await().atMost(PATIENCE)
                .until(
                        () -> peers.heard(ConversationEndedV1.class, avatar).stream()
                                .filter(event -> ((ConversationEndedV1) event.data())
                                        .conversationId()
                                        .equals(talk))
                                .toList(),
                        ended -> !ended.isEmpty())
                .getFirst()
                .data();
    }

    private List<ConversationMessageV1> lines(AvatarId avatar) {
        return peers.heard(ConversationMessageV1.class, avatar).stream()
                .map(event -> (ConversationMessageV1) event.data())
                .filter(said -> said.conversationId().equals(talk))
                .toList();
    }

    private void awaitActivity(AvatarId avatar, AccountId owner) {
        await().atMost(PATIENCE)
                .until(
                        () -> as(owner)
                                .get("/avatars/{id}/state", avatar.toString())
                                .<String>path("activity"),
                        activity -> !activity.equals("in_conversation"));
    }
}
