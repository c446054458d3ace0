package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viva.contracts.AvatarProfile;
import viva.contracts.ConversationOutcome;
import viva.llm.voice.Recounting.Kind;

class RecountingTest {
    private static final Recounting RECOUNTING = new Recounting();
    private static final AvatarProfile MIRA = Requests.average().profile();
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "pt");
    private static final Pattern UNFILLED = Pattern.compile("[{}\\[\\]|]|null|  ");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_of_memory_has_words_in_every_language(Kind kind) {
        String[] topics = {null, "astronomy", "became_friends", "broke_up", "sadness", "<b>"};
        String[] partners = {null, "Sol", "<i>"};
        for (String language : LANGUAGES) {
            Set<String> memories = new HashSet<>();
            for (int i = 0; i < 600; i++) {
                ConversationOutcome outcome =
                        i % 3 == 0 ? null : outcome(i % 10 / 10.0, i % 7 / 7.0, i % 5 / 5.0, null);
                String memory = RECOUNTING.recount(
                        speaking(language), kind, partners[i % 3], outcome, topics[i % 6], new UUID(1, i));

                assertThat(memory)
                        .as(language + " " + kind)
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(Recounting.MOST_CHARS)
                        .doesNotContainPattern(UNFILLED)
                        .doesNotContain("<");
                memories.add(memory);
            }

            assertThat(memories).as(language + " " + kind).hasSizeGreaterThan(40);
        }
    }

    @Test
    void the_same_seed_gets_the_same_words() {
        ConversationOutcome outcome = outcome(.8, .1, .7, null);
        String once = RECOUNTING.recount(MIRA, Kind.INTERACTION, "Sol", outcome, "tea", new UUID(3, 4));

        assertThat(new Recounting().recount(MIRA, Kind.INTERACTION, "Sol", outcome, "tea", new UUID(3, 4)))
                .isEqualTo(once);
    }

    @Test
    void a_quarrel_is_told_as_a_quarrel_and_a_yes_as_a_yes() {
        for (int i = 0; i < 100; i++) {
            UUID seed = new UUID(5, i);

            assertThat(RECOUNTING.recount(MIRA, Kind.INTERACTION, "Sol", outcome(.3, .9, .2, null), null, seed))
                    .contains("Sol")
                    .containsPattern("quarrel|argument|harsh");
            assertThat(RECOUNTING.recount(
                            MIRA, Kind.INTERACTION, "Sol", outcome(.3, .9, .2, "yes_to_dating"), null, seed))
                    .containsPattern("yes|going out");
        }
    }

    @Test
    void a_milestone_is_told_by_its_name() {
        for (int i = 0; i < 100; i++) {
            assertThat(RECOUNTING.recount(MIRA, Kind.MILESTONE, "Sol", null, "became_friends", new UUID(6, i)))
                    .contains("Sol")
                    .contains("friend");
        }
    }

    @Test
    void a_sad_peak_is_not_told_as_a_happy_one() {
        for (int i = 0; i < 100; i++) {
            assertThat(RECOUNTING.recount(MIRA, Kind.EMOTIONAL_PEAK, null, null, "sadness", new UUID(7, i)))
                    .doesNotContain("happy")
                    .doesNotContain("alive");
        }
    }

    private static AvatarProfile speaking(String locale) {
        return new AvatarProfile(MIRA.name(), "", null, null, locale, MIRA.personality());
    }

    private static ConversationOutcome outcome(double depth, double conflict, double enjoyment, String turningPoint) {
        return new ConversationOutcome(
                8, depth, .5, enjoyment, enjoyment, .1, conflict, .3, .5, null, -1, turningPoint);
    }
}
