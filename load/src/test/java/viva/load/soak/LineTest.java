package viva.load.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineTest {
    @Test
    void a_line_through_points_of_a_line_is_that_line() {
        Line line = Line.through(List.of(new Sample(900, 110), new Sample(915, 113), new Sample(945, 119)));

        assertThat(line.mean()).isEqualTo(114);
        assertThat(line.perSecond()).isCloseTo(.2, within(1e-12));
        assertThat(line.perHour()).isCloseTo(720, within(1e-9));
        assertThat(line.percentPerFiveMinutes()).isCloseTo(100 * 60 / 114.0, within(1e-9));
    }

    /** The example of Anscombe's first quartet (1973): mean 7.50, slope 0.500. */
    @Test
    void a_line_lies_nearest_to_points_that_scatter() {
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

        Line line = Line.through(IntStream.range(0, x.length)
                .mapToObj(i -> new Sample(x[i], y[i]))
                .toList());

        assertThat(line.mean()).isCloseTo(7.50, within(.005));
        assertThat(line.perSecond()).isCloseTo(.500, within(.0005));
    }

    @Test
    void one_sample_says_nothing_of_growth() {
        assertThat(Line.through(List.of(new Sample(5, 42)))).isEqualTo(new Line(42, 0));
        assertThat(Line.through(List.of())).isEqualTo(new Line(0, 0));
    }

    @Test
    void what_stays_empty_grows_by_no_percent() {
        assertThat(Line.through(List.of(new Sample(0, 0), new Sample(15, 0))).percentPerFiveMinutes())
                .isZero();
    }
}
