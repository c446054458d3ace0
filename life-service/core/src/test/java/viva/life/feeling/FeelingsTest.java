package viva.life.feeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.life.temperament.Temperament;

class FeelingsTest {
    private static final long HOUR = 3_600_000;
    private static final FeelingParameters PARAMETERS = FeelingParameters.DEFAULT;

    @Test
    void many_small_steps_of_emotions_and_mood_together_equal_one_jump() {
        SplittableRandom random = new SplittableRandom(1);

        for (int attempt = 0; attempt < 2_000; attempt++) {
            Temperament self = someone(random);
            Feelings whole = anything(random);
            Feelings step = whole;
            long at = 0;
            for (int i = 0; i < 25; i++) {
                at += random.nextLong(3 * HOUR);
                step = step.at(at, self, PARAMETERS);
            }
            Feelings jump = whole.at(at, self, PARAMETERS);

            for (Feeling feeling : Feeling.values()) {
                assertThat(step.offset(feeling)).isCloseTo(jump.offset(feeling), within(1e-9));
            }
            assertThat(step.mood()).as("attempt " + attempt).isCloseTo(jump.mood(), within(1e-9));
        }
    }

    @Test
    void an_emotion_has_lost_half_of_its_height_after_its_half_life() {
        Temperament self = someone(new SplittableRandom(2));

        for (Feeling feeling : Feeling.values()) {
            Feelings stirred = Feelings.calm(self, 0).stirred(Impulses.NONE.and(feeling, .6), 0, self);
            double half = PARAMETERS.halfLife(feeling, self, 0);

            Feelings later = stirred.at(Math.round(half * HOUR), self, PARAMETERS);

            assertThat(later.offset(feeling)).isCloseTo(stirred.offset(feeling) / 2, within(1e-4));
        }
    }

    @Test
    void sadness_lasts_longest_then_love_and_joy_and_fear_is_short() {
        Temperament self = someone(new SplittableRandom(3));
        double fear = PARAMETERS.halfLife(Feeling.FEAR, self, 0);
        double joy = PARAMETERS.halfLife(Feeling.JOY, self, 0);
        double love = PARAMETERS.halfLife(Feeling.LOVE, self, 0);

        for (Feeling feeling : Feeling.values()) {
            if (feeling != Feeling.SADNESS) {
                assertThat(PARAMETERS.halfLife(Feeling.SADNESS, self, 0))
                        .isGreaterThan(PARAMETERS.halfLife(feeling, self, 0));
            }
        }
        assertThat(love).isGreaterThan(joy);
        assertThat(joy).isGreaterThan(20 * fear);
    }

    @Test
    void what_matters_lasts_longer_and_neurotics_suffer_longer_but_enjoy_no_longer() {
        Temperament stable = neurotic(0);
        Temperament neurotic = neurotic(1);

        assertThat(PARAMETERS.halfLife(Feeling.JOY, stable, 1))
                .isEqualTo(2 * PARAMETERS.halfLife(Feeling.JOY, stable, 0));
        assertThat(PARAMETERS.halfLife(Feeling.SADNESS, neurotic, 0))
                .isEqualTo(1.5 * PARAMETERS.halfLife(Feeling.SADNESS, stable, 0));
        assertThat(PARAMETERS.halfLife(Feeling.JOY, neurotic, 0))
                .isEqualTo(PARAMETERS.halfLife(Feeling.JOY, stable, 0));
    }

    @Test
    void the_mood_follows_the_differential_equation_it_solves() {
        SplittableRandom random = new SplittableRandom(4);
        Temperament self = someone(random);
        Feelings start = anything(random);
        double moodTime = PARAMETERS.moodTime(self);
        double gain = PARAMETERS.gainOf(self);
        long step = 100;
        Feelings euler = start;
        double mood = start.mood();

        for (long at = step; at <= 4 * HOUR; at += step) {
            Feelings middle = start.at(at - step / 2, self, PARAMETERS);
            double pull = 0;
            for (Feeling feeling : Feeling.values()) {
                pull += feeling.valence() * middle.offset(feeling);
            }
            mood += (self.pleasure() + gain * pull - mood) / moodTime * step / HOUR;
            euler = middle;
        }

        assertThat(mood).isCloseTo(start.at(4 * HOUR, self, PARAMETERS).mood(), within(1e-4));
        assertThat(euler.since()).isPositive();
    }

    @Test
    void without_events_everything_returns_to_the_baselines() {
        SplittableRandom random = new SplittableRandom(5);
        Temperament self = someone(random);

        Feelings later = anything(random).at(10_000 * HOUR, self, PARAMETERS);

        assertThat(later.mood()).isCloseTo(self.pleasure(), within(1e-9));
        for (Feeling feeling : Feeling.values()) {
            assertThat(later.level(feeling, self)).isCloseTo(feeling.baseline(self), within(1e-9));
        }
    }

    @Test
    void levels_never_leave_the_unit_interval_whatever_happens() {
        SplittableRandom random = new SplittableRandom(6);
        Temperament self = someone(random);
        Feelings feelings = Feelings.calm(self, 0);
        long at = 0;

        for (int i = 0; i < 100_000; i++) {
            at += random.nextLong(random.nextInt(10) == 0 ? 100 * HOUR : HOUR);
            Impulses impulses = Impulses.NONE;
            for (Feeling feeling : Feeling.values()) {
                impulses = impulses.and(feeling, random.nextDouble(-3, 3));
            }
            feelings = feelings.at(at, self, PARAMETERS).stirred(impulses, random.nextDouble(-1, 2), self);
            for (Feeling feeling : Feeling.values()) {
                double level = feeling.baseline(self) + feelings.offset(feeling);
                assertThat(level).as("step " + i).isBetween(-1e-12, 1 + 1e-12);
            }
            assertThat(feelings.gravity()).isBetween(0.0, 1.0);
            assertThat(feelings.mood()).isBetween(-10.0, 10.0);
        }
    }

    @Test
    void the_past_reads_as_what_was_written_and_the_far_future_is_finite() {
        Temperament self = someone(new SplittableRandom(7));
        Feelings feelings = anything(new SplittableRandom(7));

        assertThat(feelings.at(-HOUR, self, PARAMETERS)).isEqualTo(feelings);
        assertThat(feelings.at(Long.MAX_VALUE, self, PARAMETERS).mood()).isCloseTo(self.pleasure(), within(1e-9));
    }

    @Test
    void what_is_not_a_number_is_no_feeling() {
        assertThatThrownBy(() -> Impulses.NONE.and(Feeling.JOY, Double.NaN)).hasMessageContaining("JOY = NaN");
        assertThatThrownBy(() -> Feelings.of(new double[Feeling.COUNT], Double.NaN, 0, 0))
                .hasMessageContaining("mood = NaN");
        assertThatThrownBy(() -> Feelings.of(new double[3], 0, 0, 0)).hasMessageContaining("got 3");
    }

    @Test
    void indices_are_the_places_in_the_order_of_declaration() {
        Feeling[] all = Feeling.values();

        assertThat(all).hasSize(Feeling.COUNT);
        for (int i = 0; i < all.length; i++) {
            assertThat(all[i].index()).isEqualTo(i);
        }
    }

    private static Feelings anything(SplittableRandom random) {
        double[] offsets = new double[Feeling.COUNT];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = random.nextInt(5) == 0 ? 0 : random.nextDouble(-.3, .6);
        }
        return Feelings.of(offsets, random.nextDouble(-1.5, 1.5), random.nextDouble(), 0);
    }

    private static Temperament someone(SplittableRandom random) {
        return new Temperament(
                1,
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                AttachmentStyle.SECURE,
                15.6);
    }

    private static Temperament neurotic(double neuroticism) {
        return new Temperament(1, .5, .5, .5, .5, neuroticism, AttachmentStyle.SECURE, 15.6);
    }
}
