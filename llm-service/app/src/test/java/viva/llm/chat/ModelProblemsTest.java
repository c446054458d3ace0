package viva.llm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import viva.llm.budget.Admission;
import viva.llm.nim.NimFault;
import viva.platform.service.problem.Rejected;

class ModelProblemsTest {
    @Test
    void a_spent_budget_says_why_and_when_to_come_back() {
        Rejected spent =
                ModelProblems.of(new NimFault.NoBudget(Admission.Reason.TOKENS_A_MINUTE, Duration.ofMillis(1_500)));

        assertThat(spent.problem().status()).isEqualTo(429);
        assertThat(spent.problem().type()).isEqualTo("urn:viva:problem:budget-spent");
        assertThat(spent.problem().detail()).contains("tokens_a_minute");
        assertThat(spent.retryAfterSeconds()).contains(2L);
    }

    @Test
    void a_pause_that_nobody_knows_is_not_told() {
        assertThat(ModelProblems.of(new NimFault.NoBudget(Admission.Reason.MONEY))
                        .retryAfterSeconds())
                .isEmpty();
    }

    @Test
    void words_of_the_server_are_not_repeated() {
        assertThat(ModelProblems.of(new NimFault.Invalid(422, "Luna said so"))
                        .problem()
                        .detail())
                .doesNotContain("Luna");
    }

    @Test
    void without_a_model_the_service_is_there_and_the_model_is_not() {
        assertThat(ModelProblems.of(new NimFault.Off()).problem().type()).isEqualTo("urn:viva:problem:no-model");
        assertThat(ModelProblems.of(new NimFault.Off()).problem().status()).isEqualTo(503);
    }
}
