package viva.life.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
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
import viva.contracts.VoiceKind;
import viva.contracts.message.AnswerBegunV1;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.SpeakV1;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;
import viva.platform.testkit.Waiting;

/** An answer whose first words came in time is awaited beyond its deadline, but not for ever. */
@QuarkusTest
@TestProfile(ImpatientWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class AnswerBegunTest {
    private static final Duration PATIENCE = Waiting.PATIENCE;

    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    private final AvatarId avatar = new AvatarId(UUID.randomUUID());
    private final AccountId owner = new AccountId(UUID.randomUUID());
    private Peers peers;

    @BeforeEach
    void an_avatar_lives() {
        peers = new Peers(broker);
        peers.awaitAlive(avatar, owner);
    }

    @AfterEach
    void they_go() {
        peers.close();
    }

    @Test
    void it_is_spoken_when_it_is_complete() {
        CloudEvent<SpeakV1> request = asked("Tell me a long story");
        begun(request, request.data().deadline().plusSeconds(60));
        CloudEvent<SpeakV1> later = asked("Are you still there?");

        // Nobody begins the later one: it is spoken offline at its own deadline, after that of the first.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers())
                        .extracting(ConversationMessageV1::inReplyTo)
                        .containsExactly(later.data().inReplyTo()));
        peers.words(request, "Once upon a time.");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers())
                        .extracting(ConversationMessageV1::content)
                        .hasSize(2)
                        .contains("Once upon a time."));
    }

    @Test
    void one_that_never_ends_is_spoken_offline() {
        CloudEvent<SpeakV1> request = asked("Tell me a long story");
        begun(request, request.data().deadline().plusSeconds(1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers())
                        .singleElement()
                        .satisfies(said -> assertThat(said.voice()).isEqualTo(VoiceKind.OFFLINE)));
        peers.words(request, "Too late.");
        peers.words(asked("And now?"), "In time.");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers())
                        .extracting(ConversationMessageV1::content)
                        .hasSize(2)
                        .contains("In time.")
                        .doesNotContain("Too late."));
    }

    @Test
    void one_that_nobody_begins_is_spoken_offline() {
        CloudEvent<SpeakV1> request = asked("Are you there?");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers()).singleElement().satisfies(said -> {
                    assertThat(said.voice()).isEqualTo(VoiceKind.OFFLINE);
                    assertThat(said.inReplyTo()).isEqualTo(request.data().inReplyTo());
                    assertThat(said.content()).isNotBlank();
                }));
        peers.words(asked("And now?"), "In time.");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answers())
                        .extracting(ConversationMessageV1::content)
                        .contains("In time."));
    }

    private CloudEvent<SpeakV1> asked(String text) {
        var message = peers.wrote(avatar, owner, text);
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> peers.request(),
                        request -> request != null
                                && request.data()
                                        .inReplyTo()
                                        .equals(message.data().messageId()));
    }

    private void begun(CloudEvent<SpeakV1> request, Instant until) {
        SpeakV1 asked = request.data();
        peers.command(Peers.envelope(new AnswerBegunV1(asked.avatarId(), asked.inReplyTo(), asked.messageId(), until)));
    }

    private List<ConversationMessageV1> answers() {
        return peers.heard(ConversationMessageV1.class, avatar).stream()
                .map(event -> (ConversationMessageV1) event.data())
                .filter(said -> said.inReplyTo() != null)
                .toList();
    }
}
