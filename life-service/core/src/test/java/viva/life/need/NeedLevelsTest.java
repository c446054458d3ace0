package viva.life.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.life.temperament.Temperament;

class NeedLevelsTest {
    private static final long HOUR = 3_600_000;
    private static final NeedParameters PARAMETERS = NeedParameters.DEFAULT;

    @Test
    void many_small_steps_equal_one_jump_in_every_regime() {
        SplittableRandom random = new SplittableRandom(1);

        for (int attempt = 0; attempt < 2_000; attempt++) {
            Temperament self = someone(random);
            Courses courses = courses(random);
            NeedLevels whole = levels(random);
            NeedLevels step = whole;
            long at = 0;
            for (int i = 0; i < 25; i++) {
                at += random.nextLong(2 * HOUR);
                step = step.at(at, courses, self);
            }
            NeedLevels jump = whole.at(at, courses, self);

            assertThat(step.social()).isCloseTo(jump.social(), within(1e-9));
            assertThat(step.stimulation()).isCloseTo(jump.stimulation(), within(1e-9));
            assertThat(step.comfort()).isCloseTo(jump.comfort(), within(1e-9));
        }
    }

    @Test
    void the_scheduled_instant_is_the_first_at_which_a_need_is_felt() {
        SplittableRandom random = new SplittableRandom(2);
        Courses alert = new Courses(Regime.ALERT, false, PARAMETERS);

        for (int attempt = 0; attempt < 2_000; attempt++) {
            Temperament self = someone(random);
            NeedLevels levels = new NeedLevels(
                    random.nextDouble(41, 100), random.nextDouble(41, 100), random.nextDouble(41, 100), 0);

            long due = levels.firstDown(40, alert, self);

            assertThat(lowest(levels.at(due, alert, self))).isLessThanOrEqualTo(40 + 1e-9);
            assertThat(lowest(levels.at(due - 2, alert, self))).isGreaterThan(40);
        }
    }

    @Test
    void a_need_that_is_said_to_stay_above_a_level_does() {
        SplittableRandom random = new SplittableRandom(4);
        int said = 0;

        for (int attempt = 0; attempt < 100_000; attempt++) {
            Course course = new Course(random.nextBoolean() ? 0 : 100, random.nextDouble(.1, 40));
            double level = random.nextDouble(100);
            double hours = random.nextDouble(20);
            if (course.staysAbove(level, 40, hours)) {
                said++;
                assertThat(course.after(level, hours)).isGreaterThan(40);
                assertThat(course.hoursUntilDown(level, 40)).isGreaterThan(hours);
            }
        }

        assertThat(said).isGreaterThan(20_000);
    }

    @Test
    void what_is_due_after_a_limit_is_only_known_to_be_later() {
        SplittableRandom random = new SplittableRandom(5);

        for (int attempt = 0; attempt < 20_000; attempt++) {
            NeedLevels levels = levels(random);
            Courses courses = courses(random);
            Temperament self = someone(random);
            long limit = random.nextLong(30 * HOUR);
            long due = levels.firstDown(40, courses, self);

            long found = levels.firstDown(40, courses, self, limit);

            assertThat(Math.min(found, limit)).isEqualTo(Math.min(due, limit));
        }
    }

    @Test
    void a_need_that_is_felt_already_is_due_at_once_and_one_that_is_being_met_is_not() {
        NeedLevels lonely = new NeedLevels(10, 90, 90, 5 * HOUR);
        Temperament self = someone(new SplittableRandom(3));

        assertThat(lonely.firstDown(40, new Courses(Regime.ALERT, false, PARAMETERS), self))
                .isEqualTo(5 * HOUR);
        assertThat(new Course(100, 2).hoursUntilDown(50, 40)).isInfinite();
    }

    @Test
    void sinking_stops_where_the_avatar_would_have_looked_after_itself() {
        Temperament self = someone(new SplittableRandom(4));
        NeedLevels levels = new NeedLevels(90, 20, 60, 0);

        NeedLevels sunk = levels.sunk(1_000 * HOUR, 40, PARAMETERS, self);

        assertThat(sunk).isEqualTo(new NeedLevels(40, 20, 40, 1_000 * HOUR));
    }

    @Test
    void company_restores_even_while_exploring_but_not_asleep() {
        Temperament self = someone(new SplittableRandom(5));
        NeedLevels levels = new NeedLevels(50, 50, 50, 0);

        assertThat(levels.at(HOUR, new Courses(Regime.EXPLORING, true, PARAMETERS), self)
                        .social())
                .isGreaterThan(50);
        assertThat(levels.at(HOUR, new Courses(Regime.ASLEEP, true, PARAMETERS), self)
                        .social())
                .isLessThan(50);
        assertThat(levels.at(HOUR, new Courses(Regime.ASLEEP, true, PARAMETERS), self)
                        .comfort())
                .isGreaterThan(50);
    }

    @Test
    void extraverts_miss_company_and_open_minds_novelty_sooner() {
        Courses alert = new Courses(Regime.ALERT, false, PARAMETERS);

        assertThat(alert.social(someone(.5, 1)).hours())
                .isLessThan(alert.social(someone(.5, 0)).hours());
        assertThat(alert.stimulation(someone(1, .5)).hours())
                .isLessThan(alert.stimulation(someone(0, .5)).hours());
    }

    @Test
    void time_that_is_no_time_is_refused_and_huge_time_ends_at_the_target() {
        Course depleting = new Course(0, 5);

        for (double hours : new double[] {-1e-9, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> depleting.after(50, hours))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("hours = " + hours);
        }
        assertThat(depleting.after(50, Double.POSITIVE_INFINITY)).isZero();
        assertThat(depleting.after(50, 1e300)).isZero();
        assertThat(new NeedLevels(50, 50, 50, Long.MIN_VALUE)
                        .at(Long.MAX_VALUE, new Courses(Regime.ALERT, false, PARAMETERS), someone(.5, .5)))
                .isEqualTo(new NeedLevels(0, 0, 0, Long.MAX_VALUE));
    }

    @Test
    void the_past_reads_as_the_levels_that_were_written() {
        NeedLevels levels = new NeedLevels(50, 60, 70, 9 * HOUR);

        assertThat(levels.at(HOUR, new Courses(Regime.ALERT, false, PARAMETERS), someone(.5, .5)))
                .isEqualTo(levels);
    }

    @Test
    void levels_outside_of_the_scale_are_refused() {
        assertThatThrownBy(() -> new NeedLevels(100.1, 0, 0, 0)).hasMessageContaining("social = 100.1");
        assertThatThrownBy(() -> new NeedLevels(0, -.1, 0, 0)).hasMessageContaining("stimulation = -0.1");
        assertThatThrownBy(() -> new NeedLevels(0, 0, Double.NaN, 0)).hasMessageContaining("comfort = NaN");
    }

    private static double lowest(NeedLevels levels) {
        return Math.min(levels.social(), Math.min(levels.stimulation(), levels.comfort()));
    }

    private static Courses courses(SplittableRandom random) {
        Regime[] regimes = Regime.values();
        return new Courses(regimes[random.nextInt(regimes.length)], random.nextBoolean(), PARAMETERS);
    }

    private static NeedLevels levels(SplittableRandom random) {
        return new NeedLevels(random.nextDouble(100), random.nextDouble(100), random.nextDouble(100), 0);
    }

    private static Temperament someone(SplittableRandom random) {
        return someone(random.nextDouble(), random.nextDouble());
    }

    private static Temperament someone(double openness, double extraversion) {
        return new Temperament(1, openness, .5, extraversion, .5, .5, AttachmentStyle.SECURE, 15.6);
    }
}
