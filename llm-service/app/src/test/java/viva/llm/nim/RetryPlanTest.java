package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.llm.budget.Admission;

class RetryPlanTest {
    private static final Duration LEFT = Duration.ofSeconds(4);
    private static final Set<OptionalField> SENT = EnumSet.of(OptionalField.TOP_P, OptionalField.STREAM_OPTIONS);

    static List<NimFault> finals() {
        return List.of(
                new NimFault.KeyRefused(401),
                new NimFault.NoCredit(),
                new NimFault.Invalid(413, "too long"),
                new NimFault.Degraded(500, Optional.empty()),
                new NimFault.TooSlow(NimFault.Stage.FIRST_TOKEN),
                new NimFault.Broken(),
                new NimFault.Garbled("x"),
                new NimFault.Reported("x"),
                new NimFault.TooLarge(1),
                new NimFault.Empty(),
                new NimFault.Filtered(),
                new NimFault.NoBudget(Admission.Reason.OWNER),
                new NimFault.Busy(),
                new NimFault.CircuitOpen());
    }

    static List<NimFault> passing() {
        return List.of(
                new NimFault.Throttled(Optional.empty()),
                new NimFault.Degraded(502, Optional.empty()),
                new NimFault.Degraded(503, Optional.empty()),
                new NimFault.Degraded(504, Optional.empty()),
                new NimFault.Degraded(400, Optional.empty()),
                new NimFault.Unreachable());
    }

    @ParameterizedTest
    @MethodSource("finals")
    void what_may_have_done_its_work_or_will_not_get_better_is_not_tried_again(NimFault fault) {
        assertThat(next(first(), fault)).isEqualTo(new RetryPlan.Next.GiveUp());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void what_passes_is_tried_again_after_a_pause(NimFault fault) {
        assertThat(next(first(), fault)).isInstanceOf(RetryPlan.Next.Again.class);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void after_the_first_word_nothing_is_tried_again(NimFault fault) {
        var begun = new RetryPlan.Attempt("a", 1, SENT, true);

        assertThat(next(begun, fault)).isEqualTo(new RetryPlan.Next.GiveUp());
    }

    @Test
    void pauses_double_and_jitter() {
        NimFault away = new NimFault.Unreachable();

        assertThat(RetryPlan.after(attempt(1), away, List.of(), 9, LEFT, 0)).isEqualTo(again(125));
        assertThat(RetryPlan.after(attempt(1), away, List.of(), 9, LEFT, .9)).isEqualTo(again(350));
        assertThat(RetryPlan.after(attempt(3), away, List.of(), 9, LEFT, .5)).isEqualTo(again(1_000));
    }

    @Test
    void a_pause_that_the_server_asked_for_is_kept_or_nothing_is_tried() {
        assertThat(next(first(), new NimFault.Throttled(Optional.of(Duration.ofSeconds(2)))))
                .isEqualTo(again(2_050));
        assertThat(next(first(), new NimFault.Throttled(Optional.of(Duration.ofSeconds(60)))))
                .isEqualTo(new RetryPlan.Next.GiveUp());
    }

    @Test
    void attempts_end_and_a_degraded_model_gives_way_to_the_next_one() {
        assertThat(next(attempt(3), new NimFault.Unreachable())).isEqualTo(new RetryPlan.Next.GiveUp());
        assertThat(next(attempt(3), new NimFault.Degraded(400, Optional.empty())))
                .isEqualTo(new RetryPlan.Next.Other("b"));
    }

    @Test
    void without_time_nothing_is_tried() {
        assertThat(RetryPlan.after(first(), new NimFault.Unreachable(), List.of("b"), 3, Duration.ofMillis(300), 0))
                .isEqualTo(new RetryPlan.Next.GiveUp());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void a_model_that_is_gone_gives_way_to_the_next_one(int status) {
        assertThat(next(first(), new NimFault.Gone(status))).isEqualTo(new RetryPlan.Next.Other("b"));
        assertThat(RetryPlan.after(first(), new NimFault.Gone(status), List.of(), 3, LEFT, 0))
                .isEqualTo(new RetryPlan.Next.GiveUp());
    }

    @Test
    void a_field_that_is_refused_is_left_out() {
        assertThat(next(first(), new NimFault.Invalid(422, "body.stream_options: extra field")))
                .isEqualTo(new RetryPlan.Next.Without(EnumSet.of(OptionalField.STREAM_OPTIONS)));
        assertThat(next(first(), new NimFault.Invalid(400, "bad request"))).isEqualTo(new RetryPlan.Next.Without(SENT));
        assertThat(next(new RetryPlan.Attempt("a", 1, Set.of(), false), new NimFault.Invalid(400, "bad request")))
                .isEqualTo(new RetryPlan.Next.GiveUp());
    }

    private static RetryPlan.Next next(RetryPlan.Attempt failed, NimFault fault) {
        return RetryPlan.after(failed, fault, List.of("b", "c"), 3, LEFT, .5);
    }

    private static RetryPlan.Attempt first() {
        return attempt(1);
    }

    private static RetryPlan.Attempt attempt(int number) {
        return new RetryPlan.Attempt("a", number, SENT, false);
    }

    private static RetryPlan.Next again(long millis) {
        return new RetryPlan.Next.Again(Duration.ofMillis(millis));
    }
}
