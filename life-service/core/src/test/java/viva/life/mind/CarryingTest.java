package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import viva.contracts.BondStatus;
import viva.contracts.CarriedMind;
import viva.contracts.Reading;
import viva.contracts.WorldTime;

/** A mind that is taken from one life into another. */
class CarryingTest {
    private static final Lives LIVES = People.LIVES;
    private static final WorldTime LEFT = People.MORNING.plus(Duration.ofHours(5));

    /** Decades later by the calendar of another world, at the same hour of the day. */
    private static final WorldTime ARRIVED = LEFT.plus(Duration.ofDays(20_000));

    @Test
    void a_mind_arrives_as_it_left_whatever_the_time_of_the_other_world() {
        Mind mind = stirred();

        Mind arrived = arrive(LIVES.carriedAt(mind, LEFT), ARRIVED);

        Snapshot left = LIVES.readAt(mind, LEFT);
        Snapshot now = LIVES.readAt(arrived, ARRIVED);
        assertThat(now.needs()).usingRecursiveComparison().isEqualTo(left.needs());
        assertThat(now.emotions())
                .usingRecursiveComparison()
                .withEqualsForType(CarryingTest::near, Double.class)
                .isEqualTo(left.emotions());
        assertThat(now.mood()).isCloseTo(left.mood(), within(1e-12));
        assertThat(now.asleep()).isEqualTo(left.asleep());
        assertThat(arrived.temperament().chronotype())
                .isCloseTo(mind.temperament().chronotype(), within(1e-9));
        assertThat(arrived.asOfMillis()).isEqualTo(ARRIVED.millis());
        assertThat(arrived.tick()).isEqualTo(1);
    }

    @Test
    void ties_the_chat_with_the_owner_and_a_concern_stay_behind() {
        Mind mind = stirred();
        mind = LIVES.apply(mind, new Input.Tied(LEFT, People.avatar(7), BondStatus.PARTNERS, .9, .9, .9, .9, 3))
                .mind();
        assertThat(mind.chatting()).isTrue();
        assertThat(mind.concernedAt(LEFT.millis())).isTrue();

        Mind arrived = arrive(LIVES.carriedAt(mind, LEFT), ARRIVED);

        assertThat(arrived.relations().circle().size()).isZero();
        assertThat(arrived.chatting()).isFalse();
        assertThat(arrived.concernUntilMillis()).isEqualTo(Mind.NO_CONCERN);
    }

    @Test
    void who_leaves_asleep_sleeps_on_and_wakes_by_itself() {
        Mind mind = People.newborn(3, People.average());
        while (!mind.asleep()) {
            mind = LIVES.tick(mind).mind();
        }
        WorldTime night = mind.asOf();

        Mind arrived = arrive(LIVES.carriedAt(mind, night), ARRIVED);

        assertThat(arrived.asleep()).isTrue();
        assertThat(arrived.activity().label()).isEqualTo("sleeping");
        assertThat(LIVES.liveUntil(arrived, ARRIVED.plus(Duration.ofHours(23)))
                        .mind()
                        .tick())
                .isGreaterThan(arrived.tick());
    }

    @Test
    void a_mind_that_rests_leaves_as_it_was_when_its_rest_began() {
        Mind mind = stirred();
        Mind resting = LIVES.apply(mind, new Input.Paused(LEFT)).mind();

        CarriedMind later = LIVES.carriedAt(resting, LEFT.plus(Duration.ofDays(90)));

        assertThat(later).isEqualTo(LIVES.carriedAt(resting, LEFT));
    }

    @Test
    void the_same_arrival_lives_the_same_life_byte_for_byte() {
        CarriedMind carried = LIVES.carriedAt(stirred(), LEFT);
        WorldTime later = ARRIVED.plus(Duration.ofDays(2));

        byte[] once = MindCodec.encode(
                LIVES.liveUntil(arrive(carried, ARRIVED), later).mind());
        byte[] again = MindCodec.encode(
                LIVES.liveUntil(arrive(carried, ARRIVED), later).mind());

        assertThat(again).isEqualTo(once);
    }

    @Test
    void what_this_world_does_not_know_is_left_out() {
        CarriedMind odd = new CarriedMind(
                50, 50, 50, .3, false, 15, new TreeMap<>(Map.of("schadenfreude", .5, "joy", .25)), 0, 0, "tax_returns");

        Mind arrived = arrive(odd, ARRIVED);

        assertThat(arrived.thought()).isNull();
        assertThat(arrived.feelings().peak()).isEqualTo(.25);
    }

    @Test
    void numbers_out_of_range_are_no_mind() {
        assertThatThrownBy(() -> new CarriedMind(50, 50, 101, .3, false, 15, null, 0, 0, null))
                .hasMessageContaining("comfort = 101");
        assertThatThrownBy(() -> new CarriedMind(50, 50, 50, Double.NaN, false, 15, null, 0, 0, null))
                .hasMessageContaining("sleep_pressure = NaN");
        assertThatThrownBy(() -> new CarriedMind(50, 50, 50, .3, false, 24, null, 0, 0, null))
                .hasMessageContaining("chronotype = 24");
        assertThatThrownBy(
                        () -> new CarriedMind(50, 50, 50, .3, false, 15, new TreeMap<>(Map.of("joy", 1.5)), 0, 0, null))
                .hasMessageContaining("joy = 1.5");
    }

    /** With a chat going on, feelings, and a concern about its owner. */
    private static Mind stirred() {
        Mind mind = People.newborn(5, People.average());
        return LIVES.apply(
                        mind,
                        new Input.OwnerMessage(
                                LEFT.plus(Duration.ofMinutes(-5)),
                                "I love you so much, you are wonderful!",
                                LEFT.plus(Duration.ofHours(1)),
                                new Reading("test-1", Map.of("affection", .9), Map.of(), .8, null),
                                LEFT.plus(Duration.ofDays(9))))
                .mind();
    }

    private static Mind arrive(CarriedMind carried, WorldTime at) {
        return LIVES.born(new Input.Born(at, People.avatar(99), People.average(), carried));
    }

    private static boolean near(Double a, Double b) {
        return Math.abs(a - b) < 1e-9;
    }
}
