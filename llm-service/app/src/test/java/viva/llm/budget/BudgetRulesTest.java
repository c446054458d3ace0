package viva.llm.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AccountId;
import viva.llm.allowance.Allowance;
import viva.llm.allowance.Demand;
import viva.llm.allowance.Priority;

class BudgetRulesTest {
    private static final AccountId OWNER = new AccountId(new UUID(1, 2));

    @Test
    void a_minute_allows_what_the_free_tier_does_unless_told_otherwise() {
        BudgetRules rules = BudgetRules.of(Limits.of());

        assertThat(rules.plan().world()).isEqualTo(new Allowance(40, 200_000, 20_000, 20_000_000, 0));
        assertThat(rules.plan().owner()).isEqualTo(new Allowance(12, 60_000, 2_000, 2_000_000, 0));
        assertThat(rules.plan().purpose("thought")).isEqualTo(Allowance.UNLIMITED);
        assertThat(rules.cost(new Usage("any", 1_000, 1_000, false))).isZero();
    }

    @Test
    void purposes_and_owners_have_limits_of_their_own() {
        BudgetRules rules = BudgetRules.of(Limits.of(
                "purposes.turning-point.requests-per-minute", "3",
                "purposes.thought.money-per-day", "0.25",
                "owner.money-per-day", "1.5"));

        assertThat(rules.plan().purpose("turning_point")).isEqualTo(new Allowance(3, 0, 0, 0, 0));
        assertThat(rules.plan().purpose("thought")).isEqualTo(new Allowance(0, 0, 0, 0, 250_000));
        assertThat(rules.plan().owner().microsADay()).isEqualTo(1_500_000);
    }

    @Test
    void an_operator_writes_limits_and_prices_as_environment_variables() {
        BudgetRules rules = BudgetRules.of(Limits.ofEnvironment(Map.of(
                "VIVA_LLM_BUDGET_REQUESTS_PER_MINUTE", "10",
                "VIVA_LLM_BUDGET_PURPOSES_THOUGHT_REQUESTS_PER_DAY", "5",
                "VIVA_LLM_BUDGET_PRICES", "a/b=1/2,*=3/4")));

        assertThat(rules.plan().world().requestsAMinute()).isEqualTo(10);
        assertThat(rules.plan().purpose("thought").requestsADay()).isEqualTo(5);
        assertThat(rules.cost(new Usage("a/b", 10, 1, false))).isEqualTo(12);
    }

    @Test
    void a_price_stands_under_the_name_of_a_model_and_another_one_for_all_others() {
        BudgetRules rules =
                BudgetRules.of(Limits.of("prices", "nvidia/nemotron-3-super-120b-a12b=0.30/0.75, *=0.10/0.20"));

        assertThat(rules.cost(new Usage("nvidia/nemotron-3-super-120b-a12b", 1_000, 100, false)))
                .isEqualTo(375);
        assertThat(rules.cost(new Usage("another", 1_000, 100, false))).isEqualTo(120);
        assertThat(rules.demand(new Call(CallPurpose.ANSWER, OWNER, null, 1_000)))
                .isEqualTo(new Demand(Priority.OWNER, "answer", OWNER.toString(), 1_000, 750));
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "=1/2", "model=1", "model=1/", "model=one/2", "model=-1/2"})
    void a_line_that_is_no_price_is_refused(String line) {
        assertThatThrownBy(() -> ModelPrice.valueOf(line)).hasMessageContaining("must");
    }
}
