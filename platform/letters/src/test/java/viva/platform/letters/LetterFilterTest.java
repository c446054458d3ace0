package viva.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LetterFilterTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Letter LETTER =
            new Letter("1", "bond.changed.v1", "luna", "life.shard.7", "rejected", 1, NOON, 10);

    @Test
    void no_condition_means_every_letter() {
        assertThat(LetterFilter.ALL.matches(LETTER)).isTrue();
        assertThat(LetterFilter.ALL.isAll()).isTrue();
        assertThat(LetterFilter.of("1").isAll()).isFalse();
    }

    @Test
    void a_queue_and_a_type_are_meant_as_a_whole_or_up_to_a_star() {
        assertThat(queue("life.shard.7")).isTrue();
        assertThat(queue("life.shard.*")).isTrue();
        assertThat(queue("life.shard")).isFalse();
        assertThat(queue("life.shard.77")).isFalse();
        assertThat(type("bond.*")).isTrue();
        assertThat(type("bond")).isFalse();
    }

    @Test
    void a_time_includes_its_beginning_and_not_its_end() {
        assertThat(time(NOON, null)).isTrue();
        assertThat(time(NOON.plusSeconds(1), null)).isFalse();
        assertThat(time(null, NOON)).isFalse();
        assertThat(time(null, NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void a_letter_without_a_time_is_of_none() {
        Letter timeless = new Letter("1", "t", "s", "q", "rejected", 1, null, 10);

        assertThat(new LetterFilter(null, null, null, NOON, null).matches(timeless))
                .isFalse();
        assertThat(LetterFilter.ALL.matches(timeless)).isTrue();
    }

    @Test
    void what_dies_after_the_question_is_not_meant() {
        LetterFilter asked = LetterFilter.ALL.before(NOON);

        assertThat(asked.matches(LETTER)).isFalse();
        assertThat(asked.before(NOON.plusSeconds(1))).isEqualTo(asked);
        assertThat(asked.before(NOON.minusSeconds(1)).until()).isEqualTo(NOON.minusSeconds(1));
    }

    private static boolean queue(String queue) {
        return new LetterFilter(null, queue, null, null, null).matches(LETTER);
    }

    private static boolean type(String type) {
        return new LetterFilter(null, null, type, null, null).matches(LETTER);
    }

    private static boolean time(Instant since, Instant until) {
        return new LetterFilter(null, null, null, since, until).matches(LETTER);
    }
}
