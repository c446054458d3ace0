package viva.life.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.FactSlot;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.contracts.message.ForgetAboutV1;
import viva.contracts.message.OwnerCameV1;
import viva.contracts.message.OwnerMessageV1;
import viva.contracts.message.RecalledV1;
import viva.contracts.message.RememberV1;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.SpeakV1.Forgetting.Stage;

/** What an owner says is kept as it is told and when the chat is over, comes back with the next message, and is forgotten when that is wanted. */
class OwnerMemoriesTest {
    private static final Duration SILENCE = Duration.ofMinutes(11);
    private static final UUID DOG = new UUID(1, 1);
    private static final Reading DISTRESS = new Reading("test", Map.of(), Map.of("distress", 1.0), 1, null);

    private final Village village = new Village();
    private AvatarId luna;

    @BeforeEach
    void luna_lives() {
        luna = village.born("Luna");
    }

    private Stream<RememberV1> kept() {
        return village.sent(RememberV1.class).filter(RememberV1::withOwner);
    }

    private SpeakV1 asked() {
        return village.sent(SpeakV1.class)
                .filter(request -> request.occasion() == SpeakV1.Occasion.ANSWER)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static SpeakV1.Memory memory(String content) {
        return new SpeakV1.Memory(DOG, content, WorldTime.parse("2030-01-01T08:00:00Z"));
    }

    @Test
    void a_fact_is_kept_at_once_for_the_owner_alone() {
        MessageId message = village.wrote(luna, "My dog is called Bruno");

        RememberV1 memory = kept().findFirst().orElseThrow();
        assertThat(memory.avatarId()).isEqualTo(luna);
        assertThat(memory.content()).contains("Bruno");
        assertThat(memory.kind()).isEqualTo("interaction");
        assertThat(memory.audience()).isEqualTo(Audience.OWNER);
        assertThat(memory.slot()).isEqualTo(new FactSlot("pets:dog", "Bruno"));
        assertThat(memory.feelings()).isNotNull();
        assertThat(memory.realAt()).isNotNull();
        assertThat(memory.with()).isEmpty();
        assertThat(asked().inReplyTo()).isEqualTo(message);
    }

    @Test
    void a_message_that_is_delivered_twice_forms_one_memory() {
        village.wrote(luna, "hello");
        village.command(new OwnerMessageV1(
                luna,
                Village.owner(luna),
                new MessageId(new UUID(4, 4)),
                "My dog is called Bruno",
                Instant.parse("2026-11-30T12:00:00Z")));
        village.deliver(Village.Fate.SENT_BY_ANOTHER);
        village.settle();

        assertThat(kept().map(RememberV1::memoryId).distinct()).hasSize(1);
    }

    @Test
    void what_only_repeats_what_came_to_mind_is_not_kept_again() {
        village.recalls(luna, memory("My owner told me: “My dog is called Bruno”"));

        village.wrote(luna, "My dog is called Bruno");

        assertThat(kept()).isEmpty();
    }

    @Test
    void words_said_in_distress_form_no_fact() {
        village.wrote(luna, "My dog is called Bruno", DISTRESS);

        assertThat(kept()).isEmpty();
    }

    @Test
    void a_chat_is_remembered_once_when_it_is_over() {
        village.wrote(luna, "I planted tomatoes");
        village.live(Duration.ofMinutes(2));
        village.wrote(luna, "and some basil");
        assertThat(kept()).isEmpty();

        village.live(SILENCE);
        village.live(SILENCE);

        assertThat(kept().map(RememberV1::content)).containsExactly("I planted tomatoes | and some basil");
        assertThat(kept().map(RememberV1::audience)).containsOnly(Audience.OWNER);

        village.wrote(luna, "it rains");
        village.live(SILENCE);

        assertThat(kept().map(RememberV1::content)).containsExactly("I planted tomatoes | and some basil", "it rains");
    }

    @Test
    void a_moving_chat_is_an_emotional_peak() {
        village.wrote(luna, "I got the job!");
        village.live(SILENCE);

        assertThat(kept().map(RememberV1::kind)).containsExactly("emotional_peak");
    }

    @Test
    void a_chat_that_goes_on_is_remembered_so_far_after_some_turns() {
        for (int turn = 1; turn <= 25; turn++) {
            village.wrote(luna, "line " + turn);
            village.live(Duration.ofSeconds(10));
        }
        assertThat(kept()).hasSize(1);

        village.live(SILENCE);

        List<String> chats = kept().map(RememberV1::content).toList();
        assertThat(chats.getFirst()).startsWith("line 1 |").endsWith("line 20");
        assertThat(chats.getLast()).startsWith("line 21 |").endsWith("line 25");
    }

    @Test
    void what_comes_to_mind_goes_along_with_the_request_and_is_reinforced_by_the_answer_that_uses_it() {
        village.recalls(luna, memory("My owner told me: “My dog is called Bruno”"));
        village.wrote(luna, "What is my dog called?");

        SpeakV1 request = asked();
        assertThat(request.context().memories()).extracting(SpeakV1.Memory::id).containsExactly(DOG);
        village.answered(request, "Bruno!", List.of(DOG, new UUID(9, 9)));

        assertThat(village.sent(RecalledV1.class)).singleElement().satisfies(recalled -> {
            assertThat(recalled.eventId()).isEqualTo(request.messageId());
            assertThat(recalled.memoryIds()).containsExactly(new MessageId(DOG));
        });
    }

    @Test
    void an_answer_without_memories_reinforces_none() {
        village.recalls(luna, memory("My owner told me: “My dog is called Bruno”"));
        village.wrote(luna, "How are you?");
        village.answered(asked(), "Fine.", List.of());

        assertThat(village.sent(RecalledV1.class)).isEmpty();
    }

    @Test
    void what_comes_to_mind_when_the_owner_is_back_goes_along_with_the_greeting() {
        village.recalls(luna, memory("My owner told me: “I'm flying to Lisbon on Friday”"));
        village.command(new OwnerCameV1(luna, Village.owner(luna), village.now().real(), null, null));
        village.settle();

        assertThat(village.sent(SpeakV1.class)
                        .filter(request -> request.occasion() == SpeakV1.Occasion.GREETING)
                        .flatMap(request -> request.memories().stream()))
                .extracting(SpeakV1.Memory::id)
                .containsExactly(DOG);
    }

    @Test
    void a_wish_to_forget_is_asked_back_and_done_when_it_is_confirmed() {
        village.wrote(luna, "My dog is called Bruno");
        village.live(Duration.ofSeconds(10));
        village.wrote(luna, "forget what I told you about Bruno");
        assertThat(asked().context().forgetting()).isEqualTo(new SpeakV1.Forgetting("Bruno", Stage.ASKED));
        assertThat(village.sent(ForgetAboutV1.class)).isEmpty();
        village.live(Duration.ofSeconds(10));

        village.recalls(luna, memory("My owner told me: “My dog is called Bruno”"));
        MessageId yes = village.wrote(luna, "yes");

        assertThat(asked().context().forgetting().stage()).isEqualTo(Stage.DONE);
        assertThat(village.sent(ForgetAboutV1.class)).singleElement().satisfies(command -> {
            assertThat(command.about()).isEqualTo("Bruno");
            assertThat(command.requestId()).isEqualTo(yes);
        });
        assertThat(asked().recent()).noneMatch(line -> line.content().contains("Bruno"));
        assertThat(asked().context().memories()).isEmpty();

        village.live(Duration.ofSeconds(10));
        village.wrote(luna, "What is my dog called?");

        assertThat(asked().context().forgetting()).isNull();
        assertThat(asked().recent()).noneMatch(line -> line.content().contains("Bruno"));
        village.live(SILENCE);
        assertThat(kept().skip(1).map(RememberV1::content)).noneMatch(content -> content.contains("Bruno"));
    }

    @Test
    void what_is_told_after_it_was_forgotten_is_known() {
        village.wrote(luna, "forget what I told you about Bruno");
        village.live(Duration.ofSeconds(10));
        village.wrote(luna, "yes");
        village.live(Duration.ofSeconds(10));
        village.wrote(luna, "Bruno is my new neighbour");
        village.live(Duration.ofSeconds(10));

        village.wrote(luna, "What is new?");

        assertThat(asked().recent()).anyMatch(line -> line.content().contains("Bruno is my new neighbour"));
    }

    @Test
    void a_wish_that_is_taken_back_forgets_nothing() {
        village.wrote(luna, "forget what I told you about Bruno");
        village.live(Duration.ofSeconds(10));
        village.wrote(luna, "no");

        assertThat(asked().context().forgetting()).isEqualTo(new SpeakV1.Forgetting("Bruno", Stage.KEPT));
        village.live(Duration.ofSeconds(10));
        village.wrote(luna, "yes");
        assertThat(village.sent(ForgetAboutV1.class)).isEmpty();
    }

    @Test
    void a_yes_before_the_question_back_was_said_confirms_nothing() {
        village.wrote(luna, "forget what I told you about Bruno");
        village.wrote(luna, "yes");

        assertThat(village.sent(ForgetAboutV1.class)).isEmpty();
    }

    @Test
    void a_yes_long_after_the_question_confirms_nothing() {
        village.wrote(luna, "forget what I told you about Bruno");
        village.live(SILENCE);
        village.wrote(luna, "yes");

        assertThat(village.sent(ForgetAboutV1.class)).isEmpty();
    }
}
