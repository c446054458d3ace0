package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AttachmentStyle;
import viva.contracts.DialogueAct;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Reading;
import viva.contracts.SaidHash;
import viva.contracts.message.SpeakV1;

/** The act that a mind chose is what its answer does, and a concern keeps jokes away. */
class ActTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final Requests MIRA = Requests.average();
    private static final Requests JOKER = MIRA.who(Requests.personality(
            .5, .5, .9, .3, .5, HumorStyle.WITTY, LoveLanguage.WORDS, AttachmentStyle.SECURE, "chess"));

    private static SpeakV1 answer(SpeakV1 of, DialogueAct act) {
        return of.acting(act);
    }

    private static SpeakV1 concerned(SpeakV1 of) {
        return of.in(new SpeakV1.Context(null, false, false, null, null, true, null, null, List.of(), List.of()));
    }

    private static Set<String> keys(SpeakV1 request) {
        return VOICE.draft(request).parts().stream().map(Draft.Part::key).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The train was late|ask|ask.more,ask.topic",
                "My sister comes tomorrow|joke|joke,turn.joke",
                "I lost my job today|comfort|care",
                "I love you|thank|turn.thank",
                "You're so sweet|compliment|turn.compliment",
                "You are stupid|apologise|turn.apologise",
                "You are stupid|argue|turn.argue",
                "haha|ask|ask.open"
            })
    void the_act_is_said_for_certain(String said, String act, String keys) {
        List<String> any = List.of(keys.split(",", -1));
        for (int i = 0; i < 100; i++) {
            assertThat(keys(answer(MIRA.hearing(said, i), DialogueAct.of(act))))
                    .as("answer %d", i)
                    .containsAnyElementsOf(any);
        }
    }

    @Test
    void a_disclosure_tells_how_it_feels() {
        for (int i = 0; i < 100; i++) {
            Draft draft = VOICE.draft(answer(MIRA.hearing("The train was late", i), DialogueAct.DISCLOSE));

            assertThat(draft.parts()).hasSizeGreaterThan(1);
            assertThat(draft.parts().get(1).key()).matches("(feeling|so_so|feel).*|.*\\..*");
        }
    }

    @ParameterizedTest
    @CsvSource({"en", "de", "es", "pt"})
    void while_it_is_concerned_it_asks_first_how_its_owner_is(String language) {
        List<SpeakV1.News> news = List.of(new SpeakV1.News("became_friends", "Sol", 1));
        for (int i = 0; i < 100; i++) {
            Words words = VOICE.speak(concerned(JOKER.speaking(language).greeting(news, i)));

            assertThat(words.content()).contains("?").doesNotContain("!", "Sol");
            assertThat(words.tone()).isNotIn("playful", "excited", "irritated");
            assertThat(keys(concerned(JOKER.speaking(language).greeting(news, i))))
                    .contains("greeting.concern");
        }
    }

    @Test
    void while_it_is_concerned_nothing_is_a_joke() {
        for (String said : Messages.ALL) {
            for (int i = 0; i < 40; i++) {
                Draft draft = VOICE.draft(concerned(JOKER.hearing(said, i)));

                assertThat(draft.parts())
                        .as(said)
                        .noneMatch(part ->
                                part.key().matches("joke.*|aside.*|emoji.*|turn\\.joke.*|.*/(witty|sarcastic)"));
                assertThat(draft.tone()).isNotIn(Tone.PLAYFUL, Tone.EXCITED);
            }
        }
    }

    @Test
    void danger_that_a_better_reader_heard_is_answered_as_danger() {
        Reading reading = new Reading("better-1", Map.of(), Map.of("distress", .9), .9, DialogueAct.DISCLOSE);
        SpeakV1 request = JOKER.hearing("the pills are all lined up on the table", 1)
                .in(new SpeakV1.Context(null, false, false, null, null, true, reading, null, List.of(), List.of()));

        assertThat(keys(request)).contains("crisis.hear", "crisis.help");
    }

    @Test
    void the_day_is_told_from_what_happened_in_it() {
        SpeakV1 asked = MIRA.hearing("How was your day?", 3);
        SpeakV1 told =
                asked.acting(DialogueAct.DISCLOSE).telling(List.of(new SpeakV1.News("became_friends", "Sol", 1)));

        assertThat(VOICE.speak(told).content()).contains("Sol");
    }

    @Test
    void what_was_said_in_this_sitting_is_not_said_again() {
        for (int i = 0; i < 50; i++) {
            SpeakV1 request = MIRA.hearing("The train was late", i);
            List<Integer> said = SaidHash.ofSentences(VOICE.speak(request).content());

            String again = VOICE.speak(request.in(
                            new SpeakV1.Context(null, false, false, null, null, false, null, null, said, List.of())))
                    .content();

            assertThat(SaidHash.ofSentences(again)).doesNotContainAnyElementsOf(said);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"I feel better now, thank you", "Estou melhor agora", "Mir geht es besser", "Ya me siento mejor"})
    void it_hears_that_somebody_feels_better(String said) {
        assertThat(keys(MIRA.hearing(said, 1))).contains("better");
    }
}
