package viva.society.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import viva.society.figure.Figure.Verdict;

class FigureTest {
    @Test
    void a_figure_with_a_margin_must_be_in_its_range_as_a_whole() {
        assertThat(Figure.positive("a", "A", .3, .2, "s", "d").verdict()).isEqualTo(Verdict.AS_EXPECTED);
        assertThat(Figure.positive("a", "A", .3, .4, "s", "d").verdict()).isEqualTo(Verdict.UNEXPECTED);
        assertThat(Figure.negative("a", "A", -.3, .2, "s", "d").verdict()).isEqualTo(Verdict.AS_EXPECTED);
        assertThat(Figure.negative("a", "A", Double.NaN, .2, "s", "d").verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }
}
