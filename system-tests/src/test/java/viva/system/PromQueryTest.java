package viva.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import viva.system.PromQuery.Condition;
import viva.system.PromQuery.Selector;

class PromQueryTest {
    private static final Exposed EXPOSED = Exposed.of("life", """
            # HELP x_total that many
            x_total{outcome="handled",queue="a \\"b\\"",service="life"} 3.0
            x_total{outcome="dead",queue="c",service="life"} 0.0
            y{service="life"} 1.0 # {span_id="4b6e383c215a2fa3"} 1.0 1795972661.703
            """);

    @Test
    void functions_durations_numbers_and_operators_are_no_metrics() {
        PromQuery query = PromQuery.of(
                "histogram_quantile(0.5, sum by (queue, le) (rate(x_total{outcome=\"dead\", queue!~\"a|b\"}[$__rate_interval])))"
                        + " / on (queue) max(y) * 1e6 > bool 5 and z offset 5m");

        assertThat(query.selectors())
                .containsExactly(
                        new Selector(
                                "x_total",
                                List.of(new Condition("outcome", "=", "dead"), new Condition("queue", "!~", "a|b"))),
                        new Selector("y", List.of()),
                        new Selector("z", List.of()));
        assertThat(query.labels()).containsExactly("queue", "le");
    }

    @Test
    void a_variable_asks_for_the_values_of_a_label() {
        PromQuery query = PromQuery.of("label_values(y, service)");

        assertThat(query.selectors()).containsExactly(new Selector("y", List.of()));
        assertThat(query.labels()).containsExactly("service");
    }

    @Test
    void a_series_is_read_with_its_labels() {
        assertThat(EXPOSED.series().getFirst().labels())
                .isEqualTo(Map.of("outcome", "handled", "queue", "a \\\"b\\\"", "service", "life"));
    }

    @Test
    void what_is_exposed_is_no_fault() {
        assertThat(EXPOSED.faults(
                        "sum by (queue) (rate(x_total{outcome=~\"dead|lost\",service=~\"$service\"}[5m])) + y"))
                .isEmpty();
        assertThat(EXPOSED.faults("sum by (instance) (up{job=\"viva\"})")).isEmpty();
    }

    @Test
    void a_name_a_value_or_a_label_that_nothing_exposes_is_one() {
        assertThat(EXPOSED.faults("rate(x_totals[5m])"))
                .singleElement()
                .asString()
                .contains("x_totals");
        assertThat(EXPOSED.faults("x_total{outcome=\"lost\"}"))
                .singleElement()
                .asString()
                .contains("lost");
        assertThat(EXPOSED.faults("sum by (colour) (y)"))
                .singleElement()
                .asString()
                .contains("colour");
    }
}
