package viva.life.temperament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.contracts.AvatarId;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;

class TemperamentTest {
    @Test
    void the_baseline_mood_is_mehrabians() {
        Temperament self = traits(.85, .6, .4, .75, .3);

        assertThat(self.pleasure()).isCloseTo(.33, within(.005));
    }

    @Test
    void anxious_avatars_have_the_lower_baseline_and_calm_ones_the_higher() {
        Temperament calm = traits(.5, .5, .5, .5, 0);
        Temperament anxious = traits(.5, .5, .5, .5, 1);

        assertThat(anxious.pleasure()).isCloseTo(-.19, within(1e-12));
        assertThat(calm.pleasure()).isCloseTo(.19, within(1e-12));
    }

    @Test
    void chronotypes_spread_by_an_hour_around_the_usual_one() {
        double[] phases = LongStream.range(0, 5_000)
                .mapToDouble(number -> born(number).chronotype())
                .toArray();
        double mean = Arrays.stream(phases).average().orElseThrow();
        double variance = Arrays.stream(phases)
                .map(phase -> (phase - mean) * (phase - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(15.6, within(.05));
        assertThat(Math.sqrt(variance)).isCloseTo(1, within(.05));
        assertThat(Arrays.stream(phases)).allMatch(phase -> phase >= 13.1 && phase <= 18.1);
    }

    @Test
    void the_same_avatar_of_the_same_world_has_the_same_temperament() {
        assertThat(born(3)).isEqualTo(born(3)).isNotEqualTo(born(4));
    }

    @Test
    void a_trait_outside_of_its_range_is_refused() {
        assertThatThrownBy(() -> traits(.5, .5, 1.4, .5, .5)).hasMessageContaining("extraversion = 1.4");
        assertThatThrownBy(() -> traits(Double.NaN, .5, .5, .5, .5)).hasMessageContaining("openness = NaN");
    }

    private static Temperament traits(double o, double c, double e, double a, double n) {
        return new Temperament(1, o, c, e, a, n, AttachmentStyle.SECURE, 15.6);
    }

    private static Temperament born(long number) {
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
        return Temperament.of(new AvatarId(new UUID(number, number)), average, 7, 15.6, 1);
    }
}
