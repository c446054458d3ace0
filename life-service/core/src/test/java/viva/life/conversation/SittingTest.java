package viva.life.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import viva.contracts.Author;
import viva.contracts.SaidHash;

class SittingTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private static Spoken said(Author author, String content, long minutesAgo) {
        return new Spoken(author, content, NOW.minusSeconds(60 * minutesAgo), List.of());
    }

    /** So many answers, one minute after the other, the last one {@code minutesAgo}. */
    private static List<Spoken> answers(String text, int count, long minutesAgo) {
        List<Spoken> talk = new ArrayList<>();
        for (int n = count - 1; n >= 0; n--) {
            talk.add(said(Author.AVATAR, text + " number " + n + ".", minutesAgo + n));
        }
        return talk;
    }

    @Test
    void all_of_this_sitting_was_said_before_and_nothing_of_an_earlier_one() {
        List<Spoken> talk = answers("An answer of yesterday", 30, 1_000);
        talk.addAll(answers("An answer of now", 60, 3));

        assertThat(Sitting.saidBefore(talk, NOW))
                .hasSize(60)
                .contains(SaidHash.of("an answer of now number 59"))
                .doesNotContain(SaidHash.of("an answer of yesterday number 0"));
    }

    @Test
    void the_last_twenty_lines_count_however_long_ago_they_were() {
        List<Spoken> talk = answers("An answer of yesterday", 30, 1_000);

        assertThat(Sitting.saidBefore(talk, NOW))
                .hasSize(20)
                .contains(SaidHash.of("An answer of yesterday number 19"))
                .doesNotContain(SaidHash.of("An answer of yesterday number 20"));
    }

    @Test
    void what_the_owner_said_is_nothing_that_the_avatar_must_not_say() {
        assertThat(Sitting.saidBefore(List.of(said(Author.OWNER, "I had soup for lunch today.", 1)), NOW))
                .isEmpty();
    }

    @Test
    void twenty_lines_go_along_and_long_ones_are_cut() {
        List<Spoken> talk = answers("An answer", 30, 1);
        talk.add(said(Author.OWNER, "x".repeat(4_000), 0));

        assertThat(Sitting.recent(talk)).hasSize(20);
        assertThat(Sitting.recent(talk).getLast().content()).hasSize(1_000);
    }
}
