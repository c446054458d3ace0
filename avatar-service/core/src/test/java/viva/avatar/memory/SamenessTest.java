package viva.avatar.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AvatarId;

class SamenessTest {
    private static final AvatarId SOL = new AvatarId(new UUID(0, 1));
    private static final double LEAST = .97;

    @Test
    void equal_words_are_the_same_whatever_their_case_and_punctuation() {
        assertThat(says("We laughed a lot!").isSame(says(" we LAUGHED, a lot"), Double.NaN, LEAST))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "I like red wine, I like white wine",
        "My sister has 2 cats, My sister has 3 cats",
        "I love Ana, I hate Ana",
        "I eat meat, I do not eat meat",
        "Gosto de vinho, Não gosto de vinho",
        "We met on Monday, We met on Tuesday",
        "Dog bites man, Man bites dog",
        "I ate before lunch, I ate after lunch",
        "I am a teacher, I was a teacher"
    })
    void what_only_looks_alike_is_not_the_same(String one, String other) {
        assertThat(says(one).isSame(says(other), .999, LEAST)).isFalse();
    }

    @Test
    void words_that_say_nothing_make_no_difference_where_the_meaning_is_the_same() {
        Sameness one = says("I planted roses in the garden");
        Sameness other = says("Oh, I really planted roses in a garden!");

        assertThat(one.isSame(other, .98, LEAST)).isTrue();
        assertThat(one.isSame(other, .96, LEAST)).isFalse();
        assertThat(one.isSame(other, Double.NaN, LEAST)).isFalse();
        assertThat(Sameness.fingerprint("I planted roses in the garden"))
                .isEqualTo(Sameness.fingerprint("Oh, I really planted roses in a garden!"))
                .isNotEqualTo(Sameness.fingerprint("In the garden I planted roses"));
    }

    @Test
    void other_participants_kinds_and_speakers_make_another_memory() {
        Sameness alone = says("We laughed.");

        assertThat(alone.isSame(new Sameness(MemoryKind.INTERACTION, List.of(SOL), null, "We laughed."), 1, LEAST))
                .isFalse();
        assertThat(alone.isSame(new Sameness(MemoryKind.DREAM, List.of(), null, "We laughed."), 1, LEAST))
                .isFalse();
        assertThat(alone.isSame(new Sameness(MemoryKind.INTERACTION, List.of(), "ana", "We laughed."), 1, LEAST))
                .isFalse();
    }

    private static Sameness says(String content) {
        return new Sameness(MemoryKind.INTERACTION, List.of(), null, content);
    }
}
