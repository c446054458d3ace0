package viva.load.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Set<String> KEPT = Set.of("life.message");

    @Test
    void one_percent_in_five_minutes_is_too_much() {
        assertThat(memory(500, 4.9)).isEqualTo(Verdict.FLAT);
        assertThat(memory(500, 5.1)).isEqualTo(Verdict.GROWS);
        assertThat(memory(500, -4.9)).isEqualTo(Verdict.FLAT);
        assertThat(memory(500, -5.1)).isEqualTo(Verdict.FALLS);
    }

    @Test
    void a_little_is_nothing_whatever_part_of_the_whole_it_is() {
        assertThat(memory(8, .9)).isEqualTo(Verdict.FLAT);
        assertThat(memory(8, 1.1)).isEqualTo(Verdict.GROWS);
        assertThat(of(new Watched(Kind.QUEUE, "gateway.timeline"), .4, 9)).isEqualTo(Verdict.FLAT);
        assertThat(of(new Watched(Kind.QUEUE, "gateway.timeline"), .4, 11)).isEqualTo(Verdict.GROWS);
    }

    @Test
    void what_owners_said_may_grow() {
        assertThat(rows("life.message", QUARTER)).isEqualTo(Verdict.KEPT);
        assertThat(rows("life.answer", QUARTER)).isEqualTo(Verdict.GROWS);
    }

    @Test
    void what_is_cut_by_the_hour_is_judged_after_two_of_them() {
        assertThat(rows("life.journal", QUARTER)).isEqualTo(Verdict.TOO_SHORT);
        assertThat(rows("life.journal", Duration.ofMinutes(119))).isEqualTo(Verdict.TOO_SHORT);
        assertThat(rows("life.journal", Duration.ofHours(2))).isEqualTo(Verdict.GROWS);
    }

    @Test
    void the_size_of_a_table_is_told_and_not_judged() {
        Watched size = new Watched(Kind.MEGABYTES, "life.answer");
        Line line = new Line(100, 1);

        assertThat(new Trend(size, line, Verdict.of(size, line, QUARTER, KEPT)).isFault())
                .isFalse();
    }

    private static Verdict memory(double mean, double perFiveMinutes) {
        return of(new Watched(Kind.MEMORY, "life"), mean, perFiveMinutes);
    }

    private static Verdict rows(String table, Duration window) {
        return Verdict.of(new Watched(Kind.ROWS, table), new Line(1_000, 1), window, KEPT);
    }

    private static Verdict of(Watched what, double mean, double perFiveMinutes) {
        return Verdict.of(what, new Line(mean, perFiveMinutes / 300), QUARTER, KEPT);
    }
}
