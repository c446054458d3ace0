package viva.load.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowsTest {
    @Test
    void the_fullest_window_is_found_wherever_it_lies() {
        assertThat(Windows.most(List.of(), 60)).isZero();
        assertThat(Windows.most(List.of(0L, 59L, 60L, 61L, 119L), 60)).isEqualTo(3);
        assertThat(Windows.most(List.of(61L, 0L, 60L), 60)).isEqualTo(2);
    }

    @Test
    void a_quantile_is_a_value_that_was_seen() {
        List<Long> values = LongStream.rangeClosed(1, 200).boxed().toList();

        assertThat(Windows.quantile(values, .5)).isEqualTo(100);
        assertThat(Windows.quantile(values, .99)).isEqualTo(198);
        assertThat(Windows.quantile(values, 1)).isEqualTo(200);
        assertThat(Windows.quantile(List.of(), .99)).isZero();
    }
}
