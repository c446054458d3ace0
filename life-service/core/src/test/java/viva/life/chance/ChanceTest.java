package viva.life.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import viva.contracts.AvatarId;

class ChanceTest {
    private static final int DRAWS = 200_000;
    private static final AvatarId AVATAR = AvatarId.of("0190a5d0-7c1e-7b6a-9f3e-2f6d1c8b4a55");
    private static final Chance CHANCE = Chance.of(7, AVATAR);

    @Test
    void the_mixing_function_is_the_one_of_splitmix64() {
        long goldenGamma = 0x9e3779b97f4a7c15L;

        for (long seed : new long[] {0, 1, 1_234_567, -1, Long.MIN_VALUE}) {
            assertThat(Chance.mix(seed + goldenGamma)).isEqualTo(new SplittableRandom(seed).nextLong());
        }
    }

    @Test
    void a_life_is_pinned_by_test_vectors() {
        assertThat(CHANCE.key()).isEqualTo(-2127385729281899890L);
        assertThat(CHANCE.bits(0, Purpose.CHRONOTYPE)).isEqualTo(8663163514329104507L);
        assertThat(CHANCE.bits(1, Purpose.CHOICE)).isEqualTo(-1117984037440100500L);
        assertThat(CHANCE.uniform(1, Purpose.CHOICE)).isEqualTo(0.9393939638901663);
        assertThat(CHANCE.exponential(1, Purpose.THOUGHT_GAP, 2)).isEqualTo(0.711722078952117);
        assertThat(CHANCE.normal(1, Purpose.CHRONOTYPE)).isEqualTo(-0.33529482191154664);
    }

    @Test
    void the_same_question_has_the_same_answer_in_any_order() {
        double[] forwards = LongStream.range(0, 100).mapToDouble(this::choice).toArray();
        double[] backwards = LongStream.range(0, 100)
                .map(i -> 99 - i)
                .mapToDouble(this::choice)
                .toArray();

        for (int i = 0; i < 100; i++) {
            assertThat(backwards[99 - i]).isEqualTo(forwards[i]);
        }
    }

    @Test
    void worlds_avatars_ticks_and_purposes_have_streams_of_their_own() {
        Set<Long> seen = new HashSet<>();
        int draws = 0;

        for (long world = 0; world < 5; world++) {
            for (long avatar = 0; avatar < 20; avatar++) {
                Chance chance = Chance.of(world, new AvatarId(new UUID(avatar, -avatar)));
                for (long tick = 0; tick < 50; tick++) {
                    for (Purpose purpose : Purpose.values()) {
                        seen.add(chance.bits(tick, purpose));
                        draws++;
                    }
                }
            }
        }

        assertThat(seen).hasSize(draws);
    }

    @Test
    void purposes_keep_their_codes_apart() {
        assertThat(Arrays.stream(Purpose.values()).map(Purpose::code)).doesNotHaveDuplicates();
    }

    @Test
    void uniform_numbers_fill_the_unit_interval_evenly() {
        double[] draws = draws(this::choice);

        assertThat(Arrays.stream(draws)).allMatch(draw -> draw >= 0 && draw < 1);
        assertThat(mean(draws)).isCloseTo(.5, within(.003));
        assertThat(variance(draws)).isCloseTo(1 / 12.0, within(.001));
        assertThat(correlation(draws)).isCloseTo(0, within(.01));
    }

    @Test
    void exponential_gaps_have_the_mean_they_are_asked_for() {
        double[] draws = draws(tick -> CHANCE.exponential(tick, Purpose.THOUGHT_GAP, 2.5));

        assertThat(Arrays.stream(draws)).allMatch(draw -> draw >= 0 && Double.isFinite(draw));
        assertThat(mean(draws)).isCloseTo(2.5, within(.03));
        assertThat(Math.sqrt(variance(draws))).isCloseTo(2.5, within(.05));
    }

    @Test
    void normal_numbers_have_mean_zero_and_deviation_one() {
        double[] draws = draws(tick -> CHANCE.normal(tick, Purpose.CHRONOTYPE));

        assertThat(mean(draws)).isCloseTo(0, within(.01));
        assertThat(variance(draws)).isCloseTo(1, within(.02));
        assertThat(Arrays.stream(draws).filter(draw -> Math.abs(draw) < 1).count() / (double) DRAWS)
                .isCloseTo(.6827, within(.01));
    }

    private double choice(long tick) {
        return CHANCE.uniform(tick, Purpose.CHOICE);
    }

    private static double[] draws(LongToDoubleFunction draw) {
        return LongStream.range(0, DRAWS).mapToDouble(draw).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / values.length;
    }

    private static double correlation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - 1] - mean);
        }
        return sum / values.length / variance(values);
    }
}
