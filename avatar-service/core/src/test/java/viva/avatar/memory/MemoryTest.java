package viva.avatar.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.avatar.profile.Checked;
import viva.avatar.profile.Rejection;
import viva.contracts.Audience;
import viva.contracts.AvatarId;
import viva.contracts.FactSlot;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;

class MemoryTest {
    private static final WorldTime AT = new WorldTime(1_000);
    private static final Origin ALONE = new Origin(false, false, List.of(), null, null);
    private static final AvatarId SOL = new AvatarId(new UUID(0, 1));

    @ParameterizedTest
    @EnumSource(MemoryKind.class)
    void a_memory_of_each_kind_is_taken_in_its_normal_form(MemoryKind kind) {
        assertThat(check(kind.label(), " We laughed.\n", 0.4, List.of(SOL, SOL), AT))
                .isEqualTo(new Checked.Accepted<>(
                        memory(kind, "We laughed.", new UnitInterval(0.4), List.of(SOL), Audience.PAIR)));
    }

    @Test
    void without_others_it_is_a_memory_of_being_alone() {
        assertThat(check("dream", "I flew.", 1, null, AT))
                .isEqualTo(new Checked.Accepted<>(
                        memory(MemoryKind.DREAM, "I flew.", UnitInterval.ONE, List.of(), Audience.OWNER)));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(check("rumour", "  ", 1.4, null, null).rejections())
                .containsExactlyInAnyOrder(
                        new Rejection.NotAKind("kind", "rumour"),
                        new Rejection.Missing("content"),
                        new Rejection.OutOfRange("importance", 0, 1, 1.4),
                        new Rejection.Missing("occurred_at"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void importance_is_in_its_range(double importance) {
        assertThat(check("dream", "I flew.", importance, null, AT).rejections())
                .containsExactly(new Rejection.OutOfRange("importance", 0, 1, importance));
    }

    @Test
    void content_has_at_most_two_thousand_characters_none_of_them_a_control_character() {
        assertThat(check("dream", "😀".repeat(2_000), 0, null, AT)).isInstanceOf(Checked.Accepted.class);
        assertThat(check("dream", "x".repeat(2_001), 0, null, AT).rejections())
                .containsExactly(new Rejection.TooLong("content", 2_000, 2_001));
        assertThat(check("dream", "a\u0000b", 0, null, AT).rejections())
                .containsExactly(new Rejection.Unprintable("content", 0));
    }

    @Test
    void at_most_sixteen_others_are_in_it() {
        List<AvatarId> crowd = IntStream.rangeClosed(1, 17)
                .mapToObj(n -> new AvatarId(new UUID(0, n)))
                .toList();

        assertThat(check("dream", "A feast.", 0, crowd, AT).rejections())
                .containsExactly(new Rejection.TooMany("with", 16, 17));
        assertThat(check("dream", "Only Sol.", 0, Collections.nCopies(17, SOL), AT))
                .isInstanceOf(Checked.Accepted.class);
    }

    @Test
    void a_gist_and_a_fact_are_of_one_line_and_within_their_limits() {
        MemoryDraft draft = new MemoryDraft(
                "dream",
                "I flew.",
                "x".repeat(201),
                .5,
                List.of(),
                AT,
                null,
                null,
                new FactSlot("home", " "),
                new Origin(true, false, List.of(), null, null));

        assertThat(Memory.check(draft).rejections())
                .containsExactly(new Rejection.TooLong("gist", 200, 201), new Rejection.Missing("slot.value"));
    }

    @Test
    void what_is_derived_is_never_for_more_than_its_sources() {
        Memory memory = memory(MemoryKind.DREAM, "I flew.", UnitInterval.ONE, List.of(), Audience.PAIR);

        assertThat(memory.within(Audience.OWNER).audience()).isEqualTo(Audience.OWNER);
        assertThat(memory.within(Audience.ANYONE).audience()).isEqualTo(Audience.PAIR);
    }

    private static Checked<Memory> check(
            String kind, String content, double importance, List<AvatarId> with, WorldTime at) {
        return Memory.check(new MemoryDraft(kind, content, null, importance, with, at, null, null, null, ALONE));
    }

    private static Memory memory(
            MemoryKind kind, String content, UnitInterval importance, List<AvatarId> with, Audience audience) {
        return new Memory(kind, content, null, importance, with, AT, audience, null, null, ALONE);
    }
}
