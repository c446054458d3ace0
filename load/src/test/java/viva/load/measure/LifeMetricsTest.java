package viva.load.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifeMetricsTest {
    private static final String TEXT = """
            # HELP viva_life_ticks_total
            # TYPE viva_life_ticks_total counter
            viva_life_ticks_total 1200.0
            viva_life_tick_lag_seconds_max 0.25
            jvm_gc_pause_seconds_sum{action="end of minor GC",cause="G1 Evacuation Pause"} 0.5
            jvm_gc_pause_seconds_sum{action="end of major GC",cause="Metadata"} 0.25
            """;

    @Test
    void values_with_several_labels_are_added_up() {
        LifeMetrics metrics = LifeMetrics.parse(TEXT);

        assertThat(metrics.ticks()).isEqualTo(1200);
        assertThat(metrics.pauses()).isEqualTo(.75);
        assertThat(metrics.lateTicks()).isZero();
    }

    @Test
    void two_processes_count_together_and_the_longest_lag_stands() {
        LifeMetrics other = LifeMetrics.parse("viva_life_ticks_total 1.0\nviva_life_tick_lag_seconds_max 4.0\n");

        LifeMetrics both = LifeMetrics.parse(TEXT).and(other);

        assertThat(both.ticks()).isEqualTo(1201);
        assertThat(both.longestLag()).isEqualTo(4);
    }
}
