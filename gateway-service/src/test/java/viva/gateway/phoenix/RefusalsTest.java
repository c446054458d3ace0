package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

class RefusalsTest {
    @Test
    void what_is_not_there_is_told_without_a_word_about_what_it_is() {
        assertThat(Refusals.of(Rejected.notFound("avatar"))).isEqualTo(new Answer.Refused("not_found", null));
    }

    @Test
    void an_outage_and_a_full_queue_are_unavailable() {
        assertThat(Refusals.of(Rejected.of(ProblemType.UNAVAILABLE, "The avatar service does not answer right now")))
                .isEqualTo(new Answer.Refused("unavailable", "try again in a moment"));
    }

    @Test
    void a_limit_and_every_other_refusal_give_their_reasons() {
        assertThat(Refusals.of(Rejected.of(ProblemType.TOO_MANY_REQUESTS, "slow down")))
                .isEqualTo(new Answer.Refused("rate_limited", "slow down"));
        assertThat(Refusals.of(Rejected.invalid("cursor", "is malformed")))
                .isEqualTo(new Answer.Refused("rejected", "cursor is malformed"));
    }
}
