package viva.platform.messaging.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import viva.platform.messaging.outage.ConsumerState.Consuming;
import viva.platform.messaging.outage.ConsumerState.Effect;
import viva.platform.messaging.outage.ConsumerState.Retrying;
import viva.platform.messaging.outage.ConsumerState.Step;
import viva.platform.messaging.outage.ConsumerState.Waiting;

class ConsumerStateTest {
    private static final OutagePolicy POLICY =
            new OutagePolicy(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final Outage DATABASE = new Outage("database", "refused");

    @Test
    void an_outage_is_borne_for_a_while_and_then_the_queue_is_given_up_once() {
        ConsumerState state = ConsumerState.first(seconds(0));

        Step first = state.failed(DATABASE, seconds(20), seconds(20), POLICY);
        Step later = first.next().failed(DATABASE, seconds(29), seconds(29.9), POLICY);
        Step last = later.next().failed(DATABASE, seconds(30), seconds(30), POLICY);
        Step more = last.next().failed(DATABASE, seconds(30), seconds(31), POLICY);

        assertThat(first).isEqualTo(nothing(new Retrying(DATABASE, seconds(20), 0)));
        assertThat(later).isEqualTo(first);
        assertThat(last)
                .isEqualTo(new Step(
                        new Waiting(DATABASE, seconds(30), 1), new Effect.GiveUp(DATABASE, Duration.ofSeconds(1))));
        assertThat(more).isEqualTo(nothing(last.next()));
    }

    @Test
    void an_attempt_that_hung_for_as_long_gives_the_queue_up_at_once() {
        ConsumerState state = ConsumerState.first(seconds(0));

        Step step = state.failed(DATABASE, seconds(5), seconds(15), POLICY);

        assertThat(step.effect()).isInstanceOf(Effect.GiveUp.class);
    }

    @Test
    void what_was_handled_meanwhile_shows_that_an_outage_is_young() {
        ConsumerState state =
                ConsumerState.first(seconds(0)).handled(seconds(14)).next();

        Step step = state.failed(DATABASE, seconds(5), seconds(15), POLICY);

        assertThat(step).isEqualTo(nothing(new Retrying(DATABASE, seconds(14), 0)));
    }

    @Test
    void a_message_that_is_handled_ends_an_outage() {
        ConsumerState retrying = new Retrying(DATABASE, seconds(0), 3);

        assertThat(retrying.handled(seconds(9))).isEqualTo(nothing(new Consuming(seconds(9), 0)));
    }

    @Test
    void the_queue_is_taken_back_when_a_probe_succeeds_and_not_before() {
        ConsumerState waiting = new Waiting(DATABASE, seconds(30), 1);

        Step still = waiting.probed(false, seconds(31), POLICY);
        Step late = waiting.handled(seconds(31));
        Step back = waiting.probed(true, seconds(600), POLICY);

        assertThat(still).isEqualTo(new Step(waiting, new Effect.ProbeAgain(DATABASE, Duration.ofSeconds(1))));
        assertThat(late).isEqualTo(nothing(waiting));
        assertThat(back).isEqualTo(new Step(new Consuming(seconds(600), 1), new Effect.Consume()));
    }

    @Test
    void an_outage_that_the_probe_does_not_see_costs_ever_fewer_returns() {
        ConsumerState state = ConsumerState.first(seconds(0));
        Duration last = Duration.ZERO;

        for (int returns = 1; returns <= 10; returns++) {
            Step given = state.failed(DATABASE, seconds(0), seconds(100 * returns), POLICY);
            Duration pause = ((Effect.GiveUp) given.effect()).probeAfter();
            assertThat(pause).isGreaterThanOrEqualTo(last);
            last = pause;
            state = given.next()
                    .probed(true, seconds(100 * returns - 50), POLICY)
                    .next();
        }

        assertThat(last).isEqualTo(Duration.ofMinutes(1));
    }

    private static Step nothing(ConsumerState next) {
        return new Step(next, new Effect.None());
    }

    private static long seconds(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
