package viva.life.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.FactSlot;
import viva.contracts.MessageId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.ConversationMessageV1;
import viva.contracts.message.ForgetAboutV1;
import viva.contracts.message.Message;
import viva.contracts.message.RecalledV1;
import viva.contracts.message.RememberV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.WordsV1;
import viva.life.peer.Peers;
import viva.platform.testkit.VivaServers;

/** What an owner tells reaches the avatar service, and what that finds reaches the words of the answer. */
@QuarkusTest
@WithTestResource(value = VivaServers.class, initArgs = @ResourceArg(name = "service", value = "life"))
@WithTestResource(DoubleOfAvatarService.class)
class RememberedOwnerTest {
    @ConfigProperty(name = "viva.messaging.url")
    URI broker;

    private final AvatarId avatar = new AvatarId(UUID.randomUUID());
    private final AccountId owner = new AccountId(UUID.randomUUID());
    private final List<Message> memories = new ArrayList<>();
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

    private SpeakV1 wrote(String text) {
        peers.wrote(avatar, owner, text);
        return await().pollInterval(Duration.ofMillis(20))
                .until(
                        peers::request,
                        request -> request != null && request.subject().equals(avatar))
                .data();
    }

    private void answered(SpeakV1 request, String words, List<UUID> used) {
        peers.command(Peers.envelope(new WordsV1(
                request.avatarId(),
                request.conversationId(),
                request.inReplyTo(),
                request.messageId(),
                words,
                "warm",
                "test",
                used)));
    }

    /** The first command to the avatar service of a type, of this avatar. */
    private <T extends Message> T sent(Class<T> type) {
        return await().pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            for (CloudEvent<? extends Message> next = peers.memory();
                                    next != null;
                                    next = peers.memory()) {
                                if (next.subject().equals(avatar)) {
                                    memories.add(next.data());
                                }
                            }
                            return memories.stream().filter(type::isInstance).findFirst();
                        },
                        found -> found.isPresent())
                .map(type::cast)
                .orElseThrow();
    }

    @Test
    void a_fact_that_is_told_is_kept_at_once() {
        wrote("My cat is called Mimi");

        RememberV1 memory = sent(RememberV1.class);

        assertThat(memory.slot()).isEqualTo(new FactSlot("pets:cat", "Mimi"));
        assertThat(memory.gist()).isEqualTo("My owner's cat is called Mimi");
        assertThat(memory.content())
                .isEqualTo("My owner's cat is called Mimi. My owner told me: “My cat is called Mimi”.");
        assertThat(memory.audience()).isEqualTo(Audience.OWNER);
        assertThat(memory.withOwner()).isTrue();
    }

    @Test
    void what_the_avatar_service_finds_goes_along_and_the_answer_that_uses_it_reinforces_it() {
        assertThat(wrote("Nice weather").context().memories()).isEmpty();

        SpeakV1 request = wrote("What is my dog called?");

        UUID id = UUID.fromString(DoubleOfAvatarService.MEMORY);
        assertThat(request.context().memories()).extracting(SpeakV1.Memory::id).containsExactly(id);
        answered(request, "Bruno.", List.of(id));
        RecalledV1 recalled = sent(RecalledV1.class);
        assertThat(recalled.memoryIds()).containsExactly(new MessageId(id));
        assertThat(recalled.eventId()).isEqualTo(request.messageId());
    }

    @Test
    void a_chat_is_remembered_when_nothing_more_is_said() {
        answered(wrote("I planted tomatoes and basil on the balcony"), "Lovely.", List.of());

        RememberV1 memory = sent(RememberV1.class);

        assertThat(memory.content()).contains("“I planted tomatoes and basil on the balcony”");
        assertThat(memory.kind()).isEqualTo("interaction");
        assertThat(memory.slot()).isNull();
    }

    @Test
    void what_an_owner_wants_forgotten_is_forgotten_when_they_confirm_it() {
        SpeakV1 wish = wrote("Please forget what I told you about my dog");
        assertThat(wish.context().forgetting())
                .isEqualTo(new SpeakV1.Forgetting("my dog", SpeakV1.Forgetting.Stage.ASKED));
        answered(wish, "Do you really want that?", List.of());
        await().until(() -> !peers.heard(ConversationMessageV1.class, avatar).stream()
                .filter(said ->
                        ((ConversationMessageV1) said.data()).messageId().equals(wish.messageId()))
                .toList()
                .isEmpty());

        SpeakV1 done = wrote("yes");

        assertThat(done.context().forgetting().stage()).isEqualTo(SpeakV1.Forgetting.Stage.DONE);
        assertThat(done.recent()).noneMatch(line -> line.content().contains("dog"));
        assertThat(sent(ForgetAboutV1.class).about()).isEqualTo("my dog");
    }
}
