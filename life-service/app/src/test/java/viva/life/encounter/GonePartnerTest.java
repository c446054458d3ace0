package viva.life.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.EndReason;
import viva.contracts.message.AvatarDeletedV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationCutV1;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.StartConversationV1;
import viva.life.clock.World;
import viva.life.peer.Peers;
import viva.platform.testkit.TestTokens;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** The words of a talk are found one after the other, some time after the turns took place; meanwhile one of the two is erased. */
@QuarkusTest
@TestProfile(FastWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class GonePartnerTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    @Inject
    Pool pool;

    @Inject
    World world;

    private final AvatarId host = new AvatarId(UUID.randomUUID());
    private final AvatarId guest = new AvatarId(UUID.randomUUID());
    private final AccountId ana = new AccountId(UUID.randomUUID());
    private final AccountId ben = new AccountId(UUID.randomUUID());
    private final ConversationId talk = new ConversationId(UUID.randomUUID());
    private Peers peers;

    @BeforeEach
    void two_avatars_live() {
        peers = new Peers(broker);
        peers.awaitAlive(host, ana);
        peers.awaitAlive(guest, ben);
    }

    @AfterEach
    void they_go() {
        peers.say(Peers.envelope(new AvatarDeletedV1(host, 9)));
        peers.say(Peers.envelope(new AvatarDeletedV1(guest, 9)));
        peers.close();
    }

    @Test
    void the_hosts_owner_is_told_once_when_the_guest_is_erased_before_the_last_words() {
        CloudEvent<SpeakV1> asked = partedWithWordsOutstanding();

        peers.say(Peers.envelope(new AvatarDeletedV1(guest, 5)));

        assertThat(ended(host)).satisfies(end -> {
            assertThat(end.reason()).isEqualTo(EndReason.PARTNER_GONE);
            assertThat(end.host()).isTrue();
            assertThat(end.otherId()).isEqualTo(guest.pseudonym());
            assertThat(end.otherName()).isNull();
            assertThat(end.outcome()).isNull();
        });
        nothingIsLeftOf(guest);
        lateWordsDoNothing(asked, host);
    }

    @Test
    void the_guests_owner_is_told_once_when_the_host_is_erased_before_the_last_words() {
        CloudEvent<SpeakV1> asked = partedWithWordsOutstanding();

        peers.say(Peers.envelope(new AvatarDeletedV1(host, 5)));

        assertThat(ended(guest)).satisfies(end -> {
            assertThat(end.reason()).isEqualTo(EndReason.PARTNER_GONE);
            assertThat(end.host()).isFalse();
            assertThat(end.ownerId()).isEqualTo(ben);
        });
        nothingIsLeftOf(host);
        lateWordsDoNothing(asked, guest);
    }

    @Test
    void both_minds_leave_a_talk_whose_host_is_erased_as_it_begins() {
        start();
        await().atMost(PATIENCE).until(() -> rows("encounter WHERE id = '" + talk + "'") > 0);

        peers.say(Peers.envelope(new AvatarDeletedV1(host, 5)));

        assertThat(ended(guest).reason()).isEqualTo(EndReason.PARTNER_GONE);
        awaitOutOfTalk(guest, ben);
        nothingIsLeftOf(host);
    }

    @Test
    void a_host_that_began_while_its_guest_was_erased_hears_of_it_and_tells_its_owner() {
        CloudEvent<SpeakV1> asked = partedWithWordsOutstanding();

        peers.command(Peers.envelope(new ConversationCutV1(host, guest, talk, EndReason.PARTNER_GONE, world.now())));

        assertThat(ended(host).reason()).isEqualTo(EndReason.PARTNER_GONE);
        nothingIsLeftOf(guest);
        lateWordsDoNothing(asked, host);
    }

    /** Every turn took place, but the words of the first one are not there yet. */
    private CloudEvent<SpeakV1> partedWithWordsOutstanding() {
        start();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows("encounter WHERE id = '" + talk + "' AND landed > spoken") > 0);
        CloudEvent<SpeakV1> asked = await().atMost(PATIENCE)
                .until(
                        peers::turn,
                        turn -> turn != null && turn.data().conversationId().equals(talk));
        awaitOutOfTalk(host, ana);
        awaitOutOfTalk(guest, ben);
        return asked;
    }

    /** The talk stays for the other one, without anything that was said, as nothing was. */
    private void nothingIsLeftOf(AvatarId gone) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(rows("encounter WHERE id = '" + talk
                            + "' AND told AND host_mind IS NULL AND guest_profile IS NULL"))
                    .isOne();
            assertThat(rows("encounter WHERE host_id = '" + gone + "' OR guest_id = '" + gone + "'"))
                    .isZero();
            assertThat(rows("line WHERE encounter_id = '" + talk + "'")).isZero();
            assertThat(rows("answer WHERE request->'data'->>'conversation_id' = '" + talk + "'"))
                    .isZero();
        });
    }

    private void lateWordsDoNothing(CloudEvent<SpeakV1> asked, AvatarId stays) {
        int before = lines(stays);

        peers.words(asked, "too late");
        // What reaches a shard is handled in order: when this was, so were the words.
        var after = peers.wrote(stays, stays.equals(host) ? ana : ben, "still there?");
        await().untilAsserted(() -> assertThat(
                        rows("message WHERE id = '" + after.data().messageId() + "'"))
                .isOne());

        assertThat(lines(stays)).isEqualTo(before);
        assertThat(ends(stays)).hasSize(1);
        assertThat(rows("line WHERE encounter_id = '" + talk + "'")).isZero();
        assertThat(rows("answer WHERE request->'data'->>'conversation_id' = '" + talk + "'"))
                .isZero();
    }

    private void start() {
        peers.command(Peers.envelope(new StartConversationV1(host, ana, talk, guest, Instant.now())));
    }

    private ConversationEndedV1 ended(AvatarId avatar) {
        return (ConversationEndedV1) await().atMost(PATIENCE)
                .until(() -> ends(avatar), ends -> !ends.isEmpty())
                .getFirst()
                .data();
    }

    private List<CloudEvent<?>> ends(AvatarId avatar) {
        return peers.heard(ConversationEndedV1.class, avatar).stream()
                .filter(event ->
                        ((ConversationEndedV1) event.data()).conversationId().equals(talk))
                .toList();
    }

    private int lines(AvatarId avatar) {
        return Math.toIntExact(peers.heard(ConversationMessageV1.class, avatar).stream()
                .filter(event ->
                        ((ConversationMessageV1) event.data()).conversationId().equals(talk))
                .count());
    }

    private long rows(String of) {
        return pool.query("SELECT count(*) FROM " + of)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private void awaitOutOfTalk(AvatarId avatar, AccountId owner) {
        await().atMost(PATIENCE).until(() -> activity(avatar, owner), activity -> !"in_conversation".equals(activity));
    }

    private static String activity(AvatarId avatar, AccountId owner) {
        var answer = given().header("Authorization", TestTokens.bearer("life", owner))
                .get("/avatars/{id}/state", avatar.toString());
        return answer.statusCode() == 200 ? answer.path("activity") : null;
    }
}
