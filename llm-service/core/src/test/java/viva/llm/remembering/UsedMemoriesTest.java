package viva.llm.remembering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.Audience;
import viva.contracts.message.SpeakV1;

class UsedMemoriesTest {
    private static final UUID DOG = new UUID(1, 1);
    private static final UUID TRIP = new UUID(1, 2);
    private static final UUID LAUGHTER = new UUID(1, 3);

    private static SpeakV1 asked(String said) {
        SpeakV1.Frame frame = new SpeakV1.Frame(null, null, null, null, null, null, Instant.EPOCH);
        return SpeakV1.answer(frame, List.of(), said)
                .in(new SpeakV1.Context(
                        null,
                        false,
                        false,
                        null,
                        null,
                        false,
                        null,
                        null,
                        List.of(),
                        List.of(
                                memory(
                                        DOG,
                                        "My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”."),
                                memory(TRIP, "My owner has a plan (2026-12-04): “I'm flying to Lisbon on Friday”."),
                                memory(LAUGHTER, "Theo made everybody laugh at the market."))));
    }

    private static SpeakV1.Memory memory(UUID id, String content) {
        return new SpeakV1.Memory(id, content, null, Audience.OWNER);
    }

    @Test
    void an_answer_that_says_what_a_memory_holds_uses_it() {
        assertThat(UsedMemories.in("Bruno, of course!", asked("What is my dog called?")))
                .containsExactly(DOG);
        assertThat(UsedMemories.in("You are flying to Lisbon on Friday.", asked("When do I leave?")))
                .containsExactly(TRIP);
    }

    @Test
    void words_that_the_owner_just_used_tell_nothing() {
        assertThat(UsedMemories.in("I love your dog!", asked("My dog is asleep")))
                .isEmpty();
    }

    @Test
    void a_word_in_passing_is_no_use() {
        assertThat(UsedMemories.in("Friday is my favourite day.", asked("What day do you like?")))
                .isEmpty();
        assertThat(UsedMemories.in("How are you?", asked("Hi"))).isEmpty();
    }
}
