package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static viva.life.mind.People.LIVES;
import static viva.life.mind.People.MORNING;
import static viva.life.mind.People.hours;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AttachmentStyle;
import viva.contracts.Emotions;
import viva.contracts.Needs;
import viva.contracts.StateView;
import viva.life.activity.Activity;
import viva.life.feeling.Feeling;
import viva.life.thought.Thought;
import viva.life.thought.ThoughtTopic;
import viva.life.thought.ThoughtWords;

class StateViewsTest {
    @Test
    void a_view_repeats_the_needs_and_names_everything() {
        StateView view = LIVES.view(People.newborn(1), hours(MORNING, 1), "en");

        assertThat(view.energy()).isEqualTo(view.needs().energy());
        assertThat(view.social()).isEqualTo(view.needs().social());
        assertThat(view.stimulation()).isEqualTo(view.needs().stimulation());
        assertThat(view.comfort()).isEqualTo(view.needs().comfort());
        assertThat(view.activity()).isEqualTo("idle");
        assertThat(view.desire()).isEqualTo("none");
        assertThat(view.moodLabel()).isEqualTo("calm");
        assertThat(view.worldTime()).isEqualTo(hours(MORNING, 1));
        assertThat(view.interactingWith()).isNull();
        assertThat(view.thought()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        ".9, 80, 80, elated",
        ".5, 80, 80, happy",
        ".2, 80, 80, content",
        "0, 80, 80, calm",
        "0, 20, 80, tired",
        "0, 80, 20, restless",
        "-.2, 80, 80, uneasy",
        "-.4, 80, 80, gloomy",
        "-.9, 80, 80, miserable"
    })
    void a_mood_has_a_word(double mood, double energy, double stimulation, String word) {
        Snapshot mind = snapshot(mood, new Needs(energy, 80, stimulation, 80));

        assertThat(StateViews.of(mind, "en").moodLabel()).isEqualTo(word);
    }

    @Test
    void wellbeing_is_one_when_nothing_is_missing_and_zero_when_everything_is() {
        assertThat(StateViews.wellbeing(new Needs(100, 100, 100, 100), 1)).isCloseTo(1, within(1e-12));
        assertThat(StateViews.wellbeing(new Needs(0, 0, 0, 0), -1)).isCloseTo(0, within(1e-12));
    }

    @Test
    void what_an_event_stirred_up_dominates() {
        Mind insulted = LIVES.apply(People.newborn(1), People.says(MORNING, "I hate you, stupid idiot"))
                .mind();
        Mind praised = LIVES.apply(People.newborn(1), People.says(MORNING, "You are wonderful, well done"))
                .mind();

        assertThat(LIVES.view(insulted, MORNING, "en").dominantEmotion()).isIn("anger", "surprise");
        assertThat(LIVES.view(insulted, hours(MORNING, 2), "en").dominantEmotion())
                .isEqualTo("sadness");
        assertThat(LIVES.view(praised, MORNING, "en").dominantEmotion()).isEqualTo("joy");
    }

    @Test
    void solitude_is_felt_as_loneliness_and_company_takes_it_away() {
        Mind mind = LIVES.liveUntil(People.newborn(1), hours(MORNING, 12)).mind();
        double alone = LIVES.readAt(mind, hours(MORNING, 12)).emotions().loneliness();
        Mind chatting =
                LIVES.apply(mind, People.says(hours(MORNING, 12), "Hello")).mind();

        assertThat(LIVES.readAt(chatting, hours(MORNING, 12)).emotions().loneliness())
                .isLessThan(alone * .8);
    }

    @Test
    void those_who_doubt_that_they_are_loved_want_attention() {
        assertThat(desireOfLonely(AttachmentStyle.ANXIOUS)).isEqualTo("wants_attention");
        assertThat(desireOfLonely(AttachmentStyle.SECURE)).isEqualTo("wants_to_talk");
    }

    @Test
    void every_thought_has_words_in_every_language() {
        for (String locale : Set.of("en", "de-AT", "es", "pt-BR")) {
            for (ThoughtTopic topic : ThoughtTopic.values()) {
                for (int variant = 0; variant < Thought.VARIANTS; variant++) {
                    assertThat(ThoughtWords.of(Thought.of(topic, variant), locale))
                            .as(locale + " " + topic)
                            .isNotBlank();
                }
            }
        }
        Thought lonely = Thought.of(ThoughtTopic.LONELY, 0);
        assertThat(ThoughtWords.of(lonely, "xx")).isEqualTo(ThoughtWords.of(lonely, "en"));
        assertThat(ThoughtWords.of(lonely, "de")).isNotEqualTo(ThoughtWords.of(lonely, "en"));
    }

    private static String desireOfLonely(AttachmentStyle style) {
        Mind mind = People.newborn(1, People.personality(.1, .5, 1, .5, .5, style));
        while (LIVES.readAt(mind, mind.asOf()).needs().social() > 40) {
            mind = LIVES.tick(mind).mind();
        }
        return mind.desire().label();
    }

    private static Snapshot snapshot(double mood, Needs needs) {
        return new Snapshot(
                MORNING,
                false,
                needs,
                new Emotions(0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                mood,
                Feeling.JOY,
                Activity.born(),
                Desire.NONE,
                null,
                false,
                false);
    }
}
