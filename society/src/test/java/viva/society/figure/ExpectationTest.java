package viva.society.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.contracts.WorldTime;
import viva.life.feeling.Feeling;
import viva.life.feeling.FeelingParameters;
import viva.life.feeling.Feelings;
import viva.life.feeling.Impulses;
import viva.life.mind.Input;
import viva.life.mind.LifeParameters;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.temperament.Temperament;
import viva.society.diary.Diary;
import viva.society.fit.Numbers;

/** A mood that small events of one kind stir at random times is correlated with itself as the expectation says. */
class ExpectationTest {
    private static final int DAYS = 3_000;
    private static final long HOUR = 3_600_000L;
    private static final double EVENTS_PER_HOUR = .2;

    @ParameterizedTest
    @EnumSource(names = {"JOY", "FEAR", "EXCITEMENT"})
    void random_events_are_remembered_as_long_as_the_constants_say(Feeling feeling) {
        Random random = new Random(11);
        Mind mind = newborn();
        Temperament self = mind.temperament();
        Diary diary = Diary.of(0, DAYS, mind);
        long end = mind.asOfMillis() + 24L * DAYS * HOUR;
        for (long at = mind.asOfMillis() + HOUR; at <= end; at += HOUR) {
            diary.look(mind, at, true);
            if (random.nextDouble() < EVENTS_PER_HOUR) {
                Feelings felt = mind.feelings()
                        .at(at, self, FeelingParameters.DEFAULT)
                        .stirred(Impulses.NONE.and(feeling, .02), 0, self);
                Mind stirred = feeling(mind, felt, at);
                diary.lived(mind, stirred);
                mind = stirred;
            }
        }

        double[] mood = diary.trace().mood(240);
        Expectation expectation = new Expectation(diary.influence(), self, mood.length);
        for (int lag : new int[] {1, 4, 8, 24}) {
            assertThat(correlation(mood, lag)).as("lag %d h", lag).isCloseTo(expectation.correlation(lag), within(.06));
        }
    }

    private static double correlation(double[] series, int lag) {
        double mean = Numbers.mean(series);
        double sum = 0;
        for (int i = 0; i + lag < series.length; i++) {
            sum += (series[i] - mean) * (series[i + lag] - mean);
        }
        return sum / (series.length - lag) / Numbers.variance(series);
    }

    private static Mind newborn() {
        UnitInterval half = UnitInterval.HALF;
        Personality average = new Personality(
                half,
                half,
                half,
                half,
                half,
                HumorStyle.WITTY,
                LoveLanguage.TIME,
                AttachmentStyle.SECURE,
                List.of(),
                List.of());
        return new Lives(LifeParameters.DEFAULT, 7)
                .born(new Input.Born(WorldTime.parse("2030-01-01T17:00:00Z"), new AvatarId(new UUID(1, 1)), average));
    }

    private static Mind feeling(Mind mind, Feelings felt, long at) {
        return new Mind(
                mind.temperament(),
                mind.tick() + 1,
                at,
                at + 1,
                mind.needs(),
                mind.sleep(),
                felt,
                mind.activity(),
                mind.desire(),
                mind.thought(),
                mind.relations(),
                mind.thoughtDueMillis(),
                mind.restlessFromMillis(),
                mind.chatUntilMillis());
    }
}
