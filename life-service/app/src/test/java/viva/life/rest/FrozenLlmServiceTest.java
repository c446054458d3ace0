package viva.life.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.VoiceKind;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.SpeakV1;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** The llm service takes requests and answers none: after two missed deadlines it is not waited for, and asked again now and then. */
@QuarkusTest
@TestProfile(ImpatientWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class FrozenLlmServiceTest {
    /** So many messages that far fewer probes than messages fit into the time they take, on a busy machine, too. */
    private static final int UNASKED = 16;

    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    private final AvatarId avatar = new AvatarId(UUID.randomUUID());
    private final AccountId owner = new AccountId(UUID.randomUUID());
    /** Requests expire with their deadlines, so they are read as they come. */
    private final List<CloudEvent<SpeakV1>> requests = new ArrayList<>();

    private Peers peers;

    @BeforeEach
    void the_other_services() {
        peers = new Peers(broker);
    }

    @AfterEach
    void they_go() {
        peers.close();
    }

    @Test
    void it_is_asked_no_more_until_a_probe_gets_words() {
        peers.awaitAlive(avatar, owner);
        answered(peers.wrote(avatar, owner, "One").data().content(), 1);
        answered(peers.wrote(avatar, owner, "Two").data().content(), 2);
        assertThat(requests).hasSize(2);

        for (int n = 3; n <= UNASKED; n++) {
            answered(peers.wrote(avatar, owner, "Number " + n).data().content(), n);
        }
        assertThat(requests).as("probes").hasSizeLessThan(2 + UNASKED / 2);

        CloudEvent<SpeakV1> probe = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            peers.wrote(avatar, owner, "Are you back?");
                            return peers.request();
                        },
                        request -> request != null);
        peers.words(probe, "Back again.");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(answers()).anyMatch(said -> said.content().equals("Back again.")));
        peers.wrote(avatar, owner, "Good");
        CloudEvent<SpeakV1> next = await().atMost(PATIENCE).until(peers::request, request -> request != null);
        peers.words(next, "Good indeed.");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(answers()).anyMatch(said -> said.content().equals("Good indeed.")));
    }

    private void answered(String text, int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            requests.addAll(peers.requests());
            assertThat(answers()).as(text).hasSize(count).allSatisfy(said -> {
                assertThat(said.voice()).isEqualTo(VoiceKind.OFFLINE);
                assertThat(said.act()).isNotNull();
            });
        });
    }

    private List<ConversationMessageV1> answers() {
        return peers.heard(ConversationMessageV1.class, avatar).stream()
                .map(event -> (ConversationMessageV1) event.data())
                .filter(said -> said.inReplyTo() != null)
                .toList();
    }
}
