package viva.load.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CourseTest {
    private static final Watched LIFE = new Watched(Kind.MEMORY, "life");
    private static final Watched ANSWER = new Watched(Kind.ROWS, "life.answer");

    @Test
    void warming_up_does_not_count() {
        Course course = new Course();
        for (int second = 0; second <= 1_800; second += 15) {
            course.add(
                    second,
                    Map.of(LIFE, Math.min(second, 900) / 3.0 + 100, ANSWER, second < 900 ? 5.0 : second - 890.0));
        }

        List<Trend> trends = course.trends(900, Set.of());

        assertThat(trends).extracting(Trend::what).containsExactly(LIFE, ANSWER);
        assertThat(trends.get(0).line()).isEqualTo(new Line(400, 0));
        assertThat(trends.get(0).verdict()).isEqualTo(Verdict.FLAT);
        assertThat(trends.get(1).line().perSecond()).isCloseTo(1, within(1e-9));
        assertThat(trends.get(1).isFault()).isTrue();
    }

    @Test
    void what_was_seen_only_while_warming_up_has_no_trend() {
        Course course = new Course();
        course.add(0, Map.of(LIFE, 1.0));

        assertThat(course.trends(900, Set.of())).isEmpty();
    }

    @Test
    void a_sample_that_comes_late_makes_no_run_too_short() {
        Watched journal = new Watched(Kind.ROWS, "life.journal");
        Course course = new Course();
        course.add(7_203.5, Map.of(journal, 1_000.0));
        course.add(14_400, Map.of(journal, 9_000.0));

        assertThat(course.trends(7_200, Set.of())).extracting(Trend::verdict).containsExactly(Verdict.GROWS);
    }

    @Test
    void what_a_sample_of_the_second_half_lacks_is_named() {
        Course course = new Course();
        course.add(0, Map.of(LIFE, 1.0));
        course.add(900, Map.of(LIFE, 1.0, ANSWER, 50.0));
        course.add(915, Map.of(ANSWER, 50.0));

        assertThat(course.partly(900)).containsExactly(LIFE);
        assertThat(course.partly(0)).containsExactly(LIFE, ANSWER);
    }

    @Test
    void the_latest_of_a_kind_add_up() {
        Course course = new Course();
        course.add(0, Map.of(LIFE, 1.0, ANSWER, 50.0));
        course.add(15, Map.of(LIFE, 2.0, new Watched(Kind.MEMORY, "redis"), 8.0));

        assertThat(course.latest(Kind.MEMORY)).isEqualTo(10);
        assertThat(course.latest(Kind.QUEUE)).isZero();
        assertThat(course.all(Kind.MEMORY).get("life")).containsExactly(new double[] {0, 1}, new double[] {15, 2});
    }
}
