package viva.llm.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceListTest {
    private static final PriceList PRICES =
            new PriceList(Map.of("small", price("0.05", "0.25"), "large", price("1.20", "4")));

    @Test
    void tokens_cost_what_the_list_says_in_millionths_rounded_half_up() {
        assertThat(PRICES.of("small").micros(1_000, 200)).isEqualTo(100);
        assertThat(PRICES.of("small").micros(10, 0)).isEqualTo(1);
        assertThat(PRICES.of("small").micros(9, 0)).isZero();
        assertThat(PRICES.of("large").micros(1_000_000, 1_000_000)).isEqualTo(5_200_000);
    }

    @Test
    void a_model_that_is_not_listed_is_free_unless_there_is_a_price_for_others() {
        assertThat(PRICES.of("unknown").micros(1_000, 1_000)).isZero();
        assertThat(new PriceList(Map.of(PriceList.OTHERS, price("1", "2")))
                        .of("unknown")
                        .micros(3, 4))
                .isEqualTo(11);
    }

    @Test
    void the_most_that_tokens_can_cost_is_the_price_of_the_dearest_kind() {
        assertThat(PRICES.mostMicros(1_001)).isEqualTo(4_004);
        assertThat(new PriceList(Map.of()).mostMicros(1_000)).isZero();
    }

    private static Price price(String prompt, String completion) {
        return new Price(new BigDecimal(prompt), new BigDecimal(completion));
    }
}
