package viva.life.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.AccountId;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationEndedV1;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.StartConversationV1;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** Two avatars talk while the llm service answers nothing. */
@QuarkusTest
@TestProfile(UnansweredTurnsTest.HastyWorld.class)
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
class UnansweredTurnsTest {
    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    private final AvatarId luna = new AvatarId(UUID.randomUUID());
    private final AvatarId sol = new AvatarId(UUID.randomUUID());
    private final AccountId ana = new AccountId(UUID.randomUUID());
    private final ConversationId talk = new ConversationId(UUID.randomUUID());
    private Peers peers;

    /** A world in which a conversation takes seconds, and so does the patience with the llm service. */
    public static final class HastyWorld extends FastWorld {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("viva.company.turn-deadline", "1s");
            return overrides;
        }
    }

    @BeforeEach
    void two_avatars_live() {
        peers = new Peers(broker);
        List.of(luna, sol).forEach(avatar -> peers.awaitAlive(avatar, ana));
    }

    @AfterEach
    void they_go() {
        peers.close();
    }

    @Test
    void the_offline_voice_speaks_when_the_deadline_has_passed() {
        peers.command(Peers.envelope(new StartConversationV1(luna, ana, talk, sol, Instant.now())));

        ConversationEndedV1 ended = (ConversationEndedV1)
                await().until(() -> peers.heard(ConversationEndedV1.class, luna), ends -> !ends.isEmpty())
                        .getFirst()
                        .data();

        List<ConversationMessageV1> lines = peers.heard(ConversationMessageV1.class, luna).stream()
                .map(CloudEvent::data)
                .map(ConversationMessageV1.class::cast)
                .filter(line -> line.conversationId().equals(talk))
                .toList();
        assertThat(ended.conversationId()).isEqualTo(talk);
        assertThat(lines)
                .hasSize(ended.outcome().turns())
                .allSatisfy(line -> assertThat(line.content()).isNotBlank());
    }
}
