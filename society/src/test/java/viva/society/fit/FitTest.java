package viva.society.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void a_line_through_points_on_a_line_is_that_line() {
        Line line = new Line();
        for (int x = 0; x < 10; x++) {
            line.add(x, 3 - .5 * x);
        }

        assertThat(line.slope()).isCloseTo(-.5, within(1e-12));
        assertThat(line.at(20)).isCloseTo(-7, within(1e-12));
        assertThat(line.correlation()).isCloseTo(-1, within(1e-12));
        assertThat(line.slopeMargin()).isCloseTo(0, within(1e-6));
    }

    @Test
    void the_margin_holds_the_true_slope_nineteen_times_out_of_twenty() {
        Random random = new Random(3);
        int held = 0;
        for (int trial = 0; trial < 400; trial++) {
            Line line = new Line();
            for (int i = 0; i < 60; i++) {
                double x = random.nextDouble();
                line.add(x, 2 * x + random.nextGaussian());
            }
            held += Math.abs(line.slope() - 2) <= line.slopeMargin() ? 1 : 0;
        }

        assertThat(held / 400.0).isBetween(.9, .98);
    }

    @Test
    void a_plane_through_points_on_a_plane_has_their_slope() {
        Random random = new Random(3);
        Plane plane = new Plane();
        for (int i = 0; i < 50; i++) {
            double x = random.nextDouble();
            double y = random.nextDouble() + .9 * x;
            plane.add(x, y, 1 - .2 * x + 4 * y);
        }

        assertThat(plane.slopeX()).isCloseTo(-.2, within(1e-9));
        assertThat(plane.slopeXMargin()).isCloseTo(0, within(1e-6));
    }

    @Test
    void the_margin_of_a_plane_holds_its_true_slope_nineteen_times_out_of_twenty() {
        Random random = new Random(5);
        int held = 0;
        for (int trial = 0; trial < 400; trial++) {
            Plane plane = new Plane();
            for (int i = 0; i < 60; i++) {
                double x = random.nextDouble();
                double y = random.nextDouble() + .5 * x;
                plane.add(x, y, 2 * x - 3 * y + random.nextGaussian());
            }
            held += Math.abs(plane.slopeX() - 2) <= plane.slopeXMargin() ? 1 : 0;
        }

        assertThat(held / 400.0).isBetween(.9, .98);
    }

    @Test
    void points_on_one_line_have_no_plane_and_one_point_no_line() {
        Plane plane = new Plane();
        Line line = new Line();
        line.add(1, 1);
        for (int i = 0; i < 5; i++) {
            plane.add(i, 0, i);
        }

        assertThat(plane.slopeX()).isNaN();
        assertThat(line.slope()).isNaN();
    }
}
