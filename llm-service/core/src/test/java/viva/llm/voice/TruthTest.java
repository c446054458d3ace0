package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.Emotions;
import viva.contracts.StateView;

class TruthTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final Requests MIRA = Requests.average();
    private static final List<String> ACTIVITIES = List.of(
            "idle",
            "thinking",
            "socializing",
            "in_conversation",
            "reflecting",
            "creating_memory",
            "exploring",
            "match_discovered");
    private static final List<String> DESIRES = List.of(
            "none",
            "wants_to_talk",
            "wants_to_see_crush",
            "wants_something_new",
            "wants_rest",
            "wants_attention",
            "wants_to_express");

    @Test
    void everything_it_tells_of_itself_is_true_in_ten_thousand_states() {
        SplittableRandom random = new SplittableRandom(20_261_101);
        for (int i = 0; i < 10_000; i++) {
            Requests somebody = MIRA.in(anyState(random))
                    .doing(
                            ACTIVITIES.get(random.nextInt(ACTIVITIES.size())),
                            DESIRES.get(random.nextInt(DESIRES.size())),
                            null)
                    .at("2030-01-01T%02d:30:00Z".formatted(random.nextInt(24)));

            Draft draft = VOICE.draft(somebody.hearing(Messages.ALL.get(i % Messages.ALL.size()), i));

            assertThat(facts(draft))
                    .as(draft.content() + somebody.state())
                    .allSatisfy(
                            fact -> assertThat(fact.strength(somebody.state())).isPositive());
        }
    }

    @Test
    void the_exhausted_say_so_and_the_rested_never_do() {
        Requests exhausted = MIRA.in(Requests.state(15, 60, 60, 60, 0.25, Requests.NONE));
        Requests rested = MIRA.in(Requests.state(95, 60, 60, 60, 0.25, Requests.NONE));
        String tiredness = "(?is).*(tired|exhausted|worn out|drained|fumes|energy is).*";
        for (int i = 0; i < 300; i++) {
            assertThat(VOICE.speak(exhausted.hearing("How are you?", i)).content())
                    .matches(tiredness);
            assertThat(VOICE.speak(rested.hearing("How are you?", i)).content()).doesNotMatch(tiredness);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "de;Wie geht es dir?;müde|erschöpft|erledigt|ausgelaugt|Kräfte|Energie",
                "es;¿Cómo estás?;sueño|cansancio|fuerzas|energía|depósito|límite",
                "pt-BR;Como você está?;sono|cansaço|forças|energia|tanque"
            })
    void the_exhausted_say_so_in_the_language_of_their_profile(String locale, String said, String tiredness) {
        Requests exhausted = MIRA.speaking(locale).in(Requests.state(15, 60, 60, 60, .25, Requests.NONE));
        for (int i = 0; i < 200; i++) {
            assertThat(VOICE.speak(exhausted.hearing(said, i)).content()).containsPattern("(?i)" + tiredness);
        }
    }

    @Test
    void a_bad_mood_is_never_called_a_good_one() {
        Requests low = MIRA.in(Requests.state(60, 60, 60, 60, -.7, Requests.NONE));
        for (int i = 0; i < 500; i++) {
            String answer = VOICE.speak(low.hearing("How do you feel?", i)).content();

            assertThat(answer).doesNotContainIgnoringCase("good mood").doesNotContainIgnoringCase("feel good");
        }
    }

    @Test
    void the_sleeping_are_short_and_sleepy() {
        for (int i = 0; i < 500; i++) {
            Draft draft = VOICE.draft(MIRA.asleep().hearing(Messages.ALL.get(i % Messages.ALL.size()), i));

            assertThat(draft.tone()).isEqualTo(Tone.SLEEPY);
            assertThat(draft.content()).hasSizeLessThan(170).contains("…");
            assertThat(facts(draft)).isEmpty();
        }
    }

    @Test
    void the_tone_follows_what_it_feels() {
        Requests angry = MIRA.in(Requests.state(60, 60, 60, 60, 0, new Emotions(0, 0, .8, 0, 0, 0, 0, 0, 0, 0)));
        Requests sad = MIRA.in(Requests.state(60, 60, 60, 60, 0, new Emotions(0, .8, 0, 0, 0, 0, 0, 0, 0, 0)));
        Requests thrilled = MIRA.in(Requests.state(60, 60, 60, 60, 0, new Emotions(0, 0, 0, 0, 0, 0, 0, 0, 0, .8)));

        assertThat(VOICE.speak(angry.hearing("How are you?", 1)).tone()).isEqualTo("irritated");
        assertThat(VOICE.speak(sad.hearing("How are you?", 1)).tone()).isEqualTo("sad");
        assertThat(VOICE.speak(thrilled.hearing("How are you?", 1)).tone()).isEqualTo("excited");
    }

    private static List<Fact> facts(Draft draft) {
        return draft.parts().stream()
                .map(Draft.Part::key)
                .flatMap(key ->
                        Stream.of(Fact.values()).filter(fact -> fact.key().equals(key)))
                .toList();
    }

    private static StateView anyState(SplittableRandom random) {
        Emotions emotions = new Emotions(
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble());
        return Requests.state(
                random.nextDouble(100),
                random.nextDouble(100),
                random.nextDouble(100),
                random.nextDouble(100),
                random.nextDouble(-1, 1),
                emotions);
    }
}
