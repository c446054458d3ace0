package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import viva.contracts.WorldTime;

/**
 * The rhythm of average avatars over thirty world days, among others who always have half an hour for them. Intervals are in waking
 * hours from the moment at which a need was last met to the moment at which it is sought again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RhythmTest {
    private static final int AVATARS = 20;
    private static final int DAYS = 30;
    private static final double TALK_HOURS = .6;

    private final List<Double> company = new ArrayList<>();
    private final List<Double> novelty = new ArrayList<>();
    private final List<Double> comfort = new ArrayList<>();
    private final List<List<Double>> bedtimes = new ArrayList<>();
    private double asleep;

    @BeforeAll
    void live_a_month() {
        for (int number = 1; number <= AVATARS; number++) {
            new Life(People.newborn(number)).live();
        }
    }

    @Test
    void company_is_sought_every_five_to_seven_waking_hours() {
        assertThat(mean(company)).isBetween(5.0, 7.0);
    }

    @Test
    void something_new_is_sought_every_four_to_six_waking_hours() {
        assertThat(mean(novelty)).isBetween(4.0, 6.0);
    }

    @Test
    void comfort_is_sought_about_every_twelve_waking_hours() {
        assertThat(mean(comfort)).isCloseTo(12, within(2.0));
    }

    @Test
    void seven_to_nine_hours_a_day_are_slept() {
        assertThat(asleep / (AVATARS * DAYS)).isBetween(7.0, 9.0);
    }

    @Test
    void bedtime_does_not_drift() {
        assertThat(bedtimes).hasSize(AVATARS);
        assertThat(bedtimes).allSatisfy(nights -> {
            double first = mean(nights.subList(2, 10));
            double last = mean(nights.subList(nights.size() - 8, nights.size()));
            assertThat(last).isCloseTo(first, within(.25));
        });
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private final class Life {
        private Mind mind;
        private double awake;
        private Double talked;
        private Double explored;
        private Double rested;

        private Life(Mind mind) {
            this.mind = mind;
        }

        private void live() {
            List<Double> nights = new ArrayList<>();
            bedtimes.add(nights);
            WorldTime end = People.hours(People.MORNING, 24 * DAYS);
            while (mind.nextTickMillis() < end.millis()) {
                Mind before = mind;
                Outcome outcome = People.LIVES.tick(mind);
                mind = outcome.mind();
                double hours = mind.asOf().hoursSince(before.asOf());
                if (before.asleep()) {
                    asleep += hours;
                } else {
                    awake += hours;
                }
                if (mind.asleep() && !before.asleep()) {
                    nights.add((mind.asOf().hourOfDay() + 12) % 24);
                }
                outcome.intents().forEach(this::follow);
            }
        }

        private void follow(Intent intent) {
            switch (intent) {
                case Intent.SeekCompany seek -> {
                    note(company, talked);
                    talked = awake + TALK_HOURS;
                    mind = People.LIVES
                            .apply(
                                    mind,
                                    new Input.OwnerMessage(
                                            seek.at(), "", People.hours(seek.at(), TALK_HOURS), null, null))
                            .mind();
                }
                case Intent.Explore explore -> {
                    note(novelty, explored);
                    explored = awake + explore.until().hoursSince(explore.at());
                }
                case Intent.Reflect reflect -> {
                    note(comfort, rested);
                    rested = awake + reflect.until().hoursSince(reflect.at());
                }
                case Intent.Speak _,
                        Intent.ChatEnded _,
                        Intent.Think _,
                        Intent.Remember _,
                        Intent.Answer _,
                        Intent.Excuse _,
                        Intent.Leave _,
                        Intent.Parted _,
                        Intent.Discover _,
                        Intent.Greet _,
                        Intent.ReachOut _ -> {}
            }
        }

        private void note(List<Double> intervals, Double since) {
            if (since != null) {
                intervals.add(awake - since);
            }
        }
    }
}
