package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.mind.People.LIVES;
import static viva.life.mind.People.MORNING;
import static viva.life.mind.People.hours;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.WorldTime;

/** When an avatar writes to its owner first. */
class ReachingOutTest {
    private static final double WEEK = 168;
    private static final int MOST_TICKS = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void who_wrote_and_was_not_heard_waits_for_a_week(long person) {
        Mind wrote = untilItWrites(known(person));

        assertThat(untilItWrites(wrote).asOf().hoursSince(wrote.asOf())).isGreaterThanOrEqualTo(WEEK);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void what_was_not_sent_is_not_counted_from_the_instant_on_at_which_it_may_be_written(long person) {
        Mind wrote = untilItWrites(known(person));
        WorldTime endOfTheNight = hours(wrote.asOf(), 9);

        Mind waits = LIVES.apply(wrote, new Input.Unsent(wrote.asOf(), endOfTheNight))
                .mind();

        WorldTime again = untilItWrites(waits).asOf();
        assertThat(again).isGreaterThanOrEqualTo(endOfTheNight);
        assertThat(again.hoursSince(wrote.asOf())).isLessThan(WEEK);
    }

    /** Its owner was here once. */
    private static Mind known(long person) {
        return LIVES.apply(People.newborn(person), new Input.OwnerCame(hours(MORNING, .1), 0))
                .mind();
    }

    /** The mind right after the tick in which it wants to write. */
    private static Mind untilItWrites(Mind mind) {
        Mind lived = mind;
        for (int tick = 0; tick < MOST_TICKS; tick++) {
            Outcome outcome = LIVES.tick(lived);
            lived = outcome.mind();
            if (outcome.intents().stream().anyMatch(Intent.ReachOut.class::isInstance)) {
                return lived;
            }
        }
        throw new AssertionError("it never writes");
    }
}
