package viva.avatar.personality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.contracts.Personality;

class RandomPersonalityTest {
    private static final Catalogue CATALOGUE = Catalogue.standard();
    private static final int DRAWS = 20_000;
    private static final List<Personality> PEOPLE = draw(7);

    @Test
    void the_same_seed_draws_the_same_people() {
        assertThat(draw(7)).isEqualTo(PEOPLE);
        assertThat(draw(8)).isNotEqualTo(PEOPLE);
    }

    @Test
    void traits_are_uniform_and_neuroticism_is_scaled_down() {
        assertUniform(p -> p.openness().value(), 1);
        assertUniform(p -> p.conscientiousness().value(), 1);
        assertUniform(p -> p.extraversion().value(), 1);
        assertUniform(p -> p.agreeableness().value(), 1);
        assertUniform(p -> p.neuroticism().value(), 0.7);
    }

    @Test
    void attachment_styles_have_their_weights() {
        Map<AttachmentStyle, Integer> count = new EnumMap<>(AttachmentStyle.class);
        PEOPLE.forEach(p -> count.merge(p.attachmentStyle(), 1, Integer::sum));

        assertThat(share(count.get(AttachmentStyle.SECURE))).isCloseTo(0.5, within(0.015));
        assertThat(share(count.get(AttachmentStyle.ANXIOUS))).isCloseTo(0.2, within(0.015));
        assertThat(share(count.get(AttachmentStyle.AVOIDANT))).isCloseTo(0.2, within(0.015));
        assertThat(share(count.get(AttachmentStyle.FEARFUL))).isCloseTo(0.1, within(0.015));
    }

    @Test
    void interests_and_values_are_a_few_distinct_words_of_the_catalogue() {
        assertThat(PEOPLE).allSatisfy(p -> {
            assertThat(p.interests()).hasSizeBetween(3, 6).doesNotHaveDuplicates();
            assertThat(p.values()).hasSizeBetween(2, 4).doesNotHaveDuplicates();
            assertThat(CATALOGUE.interests()).containsAll(p.interests());
            assertThat(CATALOGUE.values()).containsAll(p.values());
        });
        assertThat(PEOPLE.stream().map(p -> p.interests().size()).distinct()).hasSize(4);
        assertThat(PEOPLE.stream().map(p -> p.values().size()).distinct()).hasSize(3);
    }

    @Test
    void the_catalogue_is_large_enough_and_repeats_nothing() {
        assertThat(new HashSet<>(CATALOGUE.interests()))
                .hasSameSizeAs(CATALOGUE.interests())
                .hasSizeGreaterThan(40);
        assertThat(new HashSet<>(CATALOGUE.values()))
                .hasSameSizeAs(CATALOGUE.values())
                .hasSizeGreaterThan(20);
    }

    private static void assertUniform(ToDoubleFunction<Personality> trait, double top) {
        double[] values = PEOPLE.stream().mapToDouble(trait).sorted().toArray();
        for (int decile = 1; decile < 10; decile++) {
            assertThat(values[DRAWS * decile / 10]).isCloseTo(top * decile / 10, within(0.015));
        }
        assertThat(values[DRAWS - 1]).isLessThanOrEqualTo(top);
    }

    private static double share(int count) {
        return count / (double) DRAWS;
    }

    private static List<Personality> draw(long seed) {
        Random chance = new Random(seed);
        return IntStream.range(0, DRAWS)
                .mapToObj(_ -> RandomPersonality.draw(chance, CATALOGUE))
                .toList();
    }
}
