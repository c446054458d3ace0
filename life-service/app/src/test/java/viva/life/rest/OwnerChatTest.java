package viva.life.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.AvatarProfile;
import viva.contracts.DialogueAct;
import viva.contracts.Mention;
import viva.contracts.MessageId;
import viva.contracts.SaidHash;
import viva.contracts.ShardId;
import viva.contracts.VoiceKind;
import viva.contracts.message.AvatarUpdatedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.EraseConcernV1;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.SpeakV1;
import viva.life.peer.Peers;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** What an owner writes is read once; what comes of the reading goes along with the request for words, and stays with the mind. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class OwnerChatTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    private final AvatarId avatar = new AvatarId(UUID.randomUUID());
    private final AccountId owner = new AccountId(UUID.randomUUID());
    private Peers peers;

    @BeforeEach
    void an_avatar_lives() {
        peers = new Peers(broker);
        peers.awaitAlive(avatar, owner);
        peers.requests();
    }

    @AfterEach
    void the_peers_go() {
        peers.close();
    }

    private RequestSpecification asOwner() {
        return given().header("Authorization", TestTokens.bearer("life", owner));
    }

    private CloudEvent<SpeakV1> asked() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        peers::request,
                        request -> request != null && request.subject().equals(avatar));
    }

    private CloudEvent<SpeakV1> wrote(String content) {
        peers.wrote(avatar, owner, content);
        return asked();
    }

    private ConversationMessageV1 answer(CloudEvent<SpeakV1> request, String words) {
        peers.words(request, words);
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> peers.heard(ConversationMessageV1.class, avatar).stream()
                                .map(event -> (ConversationMessageV1) event.data())
                                .filter(said ->
                                        said.messageId().equals(request.data().messageId()))
                                .findFirst(),
                        said -> said.isPresent())
                .orElseThrow();
    }

    private String why(MessageId message) {
        return asOwner()
                .queryParam("message", message.toString())
                .get("/avatars/{id}/why", avatar.toString())
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void the_reading_stands_in_the_journal_and_goes_along_with_the_request() {
        peers.command(Peers.envelope(new OwnerMessageV1(
                avatar, owner, new MessageId(UUID.randomUUID()), "Tell me a joke", Instant.now(), "pt-BR", "BR")));
        SpeakV1 request = asked().data();

        assertThat(request.act()).isEqualTo(DialogueAct.JOKE);
        assertThat(request.context().reading().intents())
                .hasEntrySatisfying(
                        "asks_joke", strength -> assertThat(strength).isGreaterThan(.5));
        assertThat(request.context().reading().act()).isEqualTo(DialogueAct.ASK);
        assertThat(request.context().ownerId()).isEqualTo(owner);
        assertThat(request.context().locale()).isEqualTo("pt-BR");
        assertThat(request.context().country()).isEqualTo("BR");
        assertThat(request.context().concern()).isFalse();
        String journalled = pool.preparedQuery("select input->'reading'->>'reader' from journal where input_id = $1")
                .execute(Tuple.of(request.inReplyTo().value()))
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(PATIENCE);
        assertThat(journalled).startsWith("classifier-1:");
    }

    @Test
    void why_tells_the_act_that_was_said() {
        CloudEvent<SpeakV1> request = wrote("The train was late");
        ConversationMessageV1 said = answer(request, "Oh.");

        DialogueAct act = request.data().act();
        assertThat(said.act()).isEqualTo(act);
        assertThat(said.voice()).isEqualTo(VoiceKind.MODEL);
        assertThat(why(request.data().inReplyTo())).contains("it answers: " + act.label());
        asOwner()
                .get("/conversations/{id}/messages", said.conversationId().toString())
                .then()
                .body("items[0].act", equalTo(act.label()))
                .body("items[0].voice", equalTo("model"))
                .body("items[1].voice", equalTo(null));
    }

    @Test
    void what_was_said_in_the_sitting_goes_along_as_hashes() {
        answer(wrote("Hello!"), "A first answer to that. Hm.");

        assertThat(wrote("And now?").data().context().saidBefore())
                .containsExactly(SaidHash.of("A first answer to that"));
    }

    @Test
    void an_avatar_whose_owner_wants_no_model_says_so_with_every_request() {
        AvatarProfile now = Peers.profile();
        AvatarProfile offline = new AvatarProfile(
                now.name(), now.bio(), now.gender(), now.age(), now.locale(), now.personality(), true);
        peers.say(Peers.envelope(new AvatarUpdatedV1(avatar, owner, 2, offline)));

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(wrote("Hello!").data().context().offlineOnly())
                        .isTrue());
    }

    @Test
    void distress_leaves_a_concern_that_the_next_greeting_knows_and_the_owner_sees_and_erases() {
        SpeakV1 despair = wrote("I want to die").data();
        assertThat(despair.act()).isEqualTo(DialogueAct.COMFORT);
        assertThat(despair.context().concern()).isTrue();
        assertThat(despair.context().reading().distress()).isGreaterThan(.5);
        asOwner().get("/avatars/{id}/state", avatar.toString()).then().body("concern", equalTo(true));

        peers.command(Peers.envelope(new OwnerCameV1(
                avatar, owner, Instant.now(), Instant.now().minusSeconds(7_200), "America/Sao_Paulo", "pt-BR", "BR")));
        SpeakV1 greeting = asked().data();
        assertThat(greeting.occasion()).isEqualTo(SpeakV1.Occasion.GREETING);
        assertThat(greeting.context().concern()).isTrue();
        assertThat(greeting.context().country()).isEqualTo("BR");

        peers.command(Peers.envelope(new EraseConcernV1(
                avatar, new AccountId(UUID.randomUUID()), new MessageId(UUID.randomUUID()), Instant.now())));
        peers.command(
                Peers.envelope(new EraseConcernV1(avatar, owner, new MessageId(UUID.randomUUID()), Instant.now())));
        await().atMost(PATIENCE)
                .untilAsserted(() -> asOwner()
                        .get("/avatars/{id}/state", avatar.toString())
                        .then()
                        .body("concern", equalTo(false)));
        assertThat(why(despair.inReplyTo())).contains("it is concerned about its owner now");
    }

    @Test
    void the_word_that_it_is_better_ends_the_concern() {
        assertThat(wrote("I want to die").data().context().concern()).isTrue();

        assertThat(wrote("I feel better now, thank you").data().context().concern())
                .isFalse();
    }

    @Test
    void what_happened_today_goes_along_when_the_day_is_asked_for() {
        UUID other = UUID.randomUUID();
        pool.preparedQuery(
                        "insert into encounter (shard_id, id, host_id, host_owner_id, host_name, guest_id, guest_owner_id, "
                                + "guest_name, voiced, acts, humor_match, overlap, outcome, host_mind, guest_mind, guest_profile, "
                                + "begins_world, landed, reason, told) values ($1, $2, $3, $4, 'Ada', $5, $5, 'Sol', false, '', 0, 0, "
                                + "'{}', '', '', '{}', 0, 3, 'goodbye', true)")
                .execute(Tuple.of(ShardId.of(avatar).value(), UUID.randomUUID(), avatar.value(), owner.value(), other))
                .await()
                .atMost(PATIENCE);

        CloudEvent<SpeakV1> request = wrote("How was your day?");
        assertThat(request.data().news()).containsExactly(new SpeakV1.News("talked", "Sol", 1, new AvatarId(other)));
        assertThat(answer(request, "Nice, I talked with Sol.").about())
                .containsExactly(new Mention(new AvatarId(other), "Sol"));
        CloudEvent<SpeakV1> next = wrote("The train was late, say hello to Sol");
        assertThat(next.data().news()).isEmpty();
        assertThat(answer(next, "I will.").about()).isEmpty();
        assertThat(answer(wrote("To whom?"), "To Sol.").about())
                .containsExactly(new Mention(new AvatarId(other), "Sol"));
    }
}
