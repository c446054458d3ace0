package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.AttachmentStyle;
import viva.contracts.Author;
import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.message.SpeakV1;

class TurnTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final Requests MIRA = Requests.average();
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "pt");
    private static final List<BondStatus> STATUSES = List.of(BondStatus.values());
    private static final Pattern UNFILLED = Pattern.compile("[{}\\[\\]|]|null|  ");

    @Test
    void every_act_has_words_in_every_language_for_every_tie() {
        List<BondStatus> statuses = new ArrayList<>(STATUSES);
        statuses.add(null);
        for (String language : LANGUAGES) {
            Requests speaker = MIRA.speaking(language);
            for (DialogueAct act : DialogueAct.values()) {
                for (BondStatus status : statuses) {
                    for (int i = 0; i < 40; i++) {
                        String said = i % 2 == 0 ? "" : "I could talk about chess for hours. And my falcon says hello.";
                        String words =
                                VOICE.speak(speaker.turn(act, status, said, i)).content();

                        assertThat(words)
                                .as(language + " " + act + " " + status)
                                .isNotBlank()
                                .hasSizeLessThanOrEqualTo(OfflineVoice.MOST_CHARS)
                                .doesNotContainPattern(UNFILLED);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "pt"})
    void one_avatar_puts_every_act_into_words_in_sixty_ways_and_more(String language) {
        Requests speaker = MIRA.speaking(language);
        for (DialogueAct act : DialogueAct.values()) {
            for (BondStatus status : List.of(BondStatus.FRIENDS, BondStatus.PARTNERS)) {
                Set<String> ways = new HashSet<>();
                for (int i = 0; i < 1_000 && ways.size() < 60; i++) {
                    ways.add(VOICE.speak(speaker.turn(act, status, "", i)).content());
                }

                assertThat(ways).as(act + " to " + status).hasSizeGreaterThanOrEqualTo(60);
            }
        }
    }

    @Test
    void the_same_message_id_gets_the_same_words() {
        for (DialogueAct act : DialogueAct.values()) {
            SpeakV1 request = MIRA.turn(act, BondStatus.FRIENDS, "I like chess.", 11);

            assertThat(new OfflineVoice().speak(request)).isEqualTo(VOICE.speak(request));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "pt"})
    void no_sentence_comes_twice_in_a_conversation_of_twelve_turns(String language) {
        Requests mira = MIRA.speaking(language);
        Requests sol = MIRA.speaking(language)
                .who(Requests.personality(
                        .9, .2, .9, .8, .3, HumorStyle.ABSURD, LoveLanguage.TOUCH, AttachmentStyle.SECURE, "chess"));
        DialogueAct[] acts = DialogueAct.values();
        for (int talk = 0; talk < 60; talk++) {
            List<String> said = new ArrayList<>();
            for (int turn = 0; turn < 12; turn++) {
                boolean minesTurn = turn % 2 == 0;
                Requests speaker = (minesTurn ? mira : sol).after(recent(said, turn));
                DialogueAct act = acts[(talk * 5 + turn / 2 * 3) % acts.length];
                String last = said.isEmpty() ? "" : said.getLast();
                said.add(VOICE.speak(speaker.turn(act, STATUSES.get(talk % STATUSES.size()), last, talk * 100 + turn))
                        .content());
            }

            assertThat(said).as("talk " + talk).doesNotHaveDuplicates();
            assertThat(said.stream().flatMap(TurnTest::sentences))
                    .as("talk " + talk)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_stranger_is_greeted_otherwise_than_a_partner() {
        for (int i = 0; i < 300; i++) {
            String stranger = VOICE.speak(MIRA.turn(DialogueAct.GREET, BondStatus.STRANGERS, "", i))
                    .content();
            String partner = VOICE.speak(MIRA.turn(DialogueAct.GREET, BondStatus.PARTNERS, "", i))
                    .content();

            assertThat(stranger).doesNotContainPattern("(?i)\\blove\\b|darling|heart");
            assertThat(partner).doesNotContainPattern("(?i)nice to meet|have we met|stranger");
        }
    }

    @Test
    void an_invitation_asks_the_loved_one_out_and_nobody_else() {
        String date = "(?i)\\bdate\\b|take you out|go out|an evening with me";
        for (int i = 0; i < 300; i++) {
            assertThat(VOICE.speak(MIRA.turn(DialogueAct.INVITE, BondStatus.MUTUAL_CRUSH, "", i))
                            .content())
                    .containsPattern(date);
            assertThat(VOICE.speak(MIRA.turn(DialogueAct.INVITE, BondStatus.FRIENDS, "", i))
                            .content())
                    .doesNotContainPattern(date);
        }
    }

    @Test
    void what_the_other_cares_about_is_taken_up() {
        for (DialogueAct act : List.of(DialogueAct.ASK, DialogueAct.AGREE, DialogueAct.DISAGREE, DialogueAct.ARGUE)) {
            int taken = 0;
            for (int i = 0; i < 100; i++) {
                SpeakV1 request = MIRA.turn(act, BondStatus.FRIENDS, "I could talk about woodworking for hours.", i);
                String words = VOICE.speak(request).content().toLowerCase(Locale.ROOT);
                taken += words.contains("woodworking") ? 1 : 0;
            }

            assertThat(taken).as(act.label()).isBetween(30, 95);
        }
    }

    @Test
    void comfort_comes_back_to_what_hurts() {
        int taken = 0;
        for (int i = 0; i < 100; i++) {
            SpeakV1 request =
                    MIRA.turn(DialogueAct.COMFORT, BondStatus.FRIENDS, "Yesterday I broke my violin, it fell.", i);
            taken += VOICE.speak(request).content().contains("violin") ? 1 : 0;
        }

        assertThat(taken).isGreaterThan(25);
    }

    @Test
    void the_two_who_talk_and_turns_of_speech_are_no_topics() {
        String said = "Hello, Mira. The first time I saw the moon, the door was open.";
        for (int i = 0; i < 200; i++) {
            assertThat(VOICE.speak(MIRA.turn(DialogueAct.AGREE, BondStatus.FRIENDS, said, i))
                            .content())
                    .doesNotContain("“");
        }
    }

    @Test
    void what_it_discloses_is_true_of_its_state() {
        Requests exhausted = MIRA.in(Requests.state(10, 60, 60, 60, -.6, Requests.NONE));
        for (int i = 0; i < 400; i++) {
            Draft draft = VOICE.draft(exhausted.turn(DialogueAct.DISCLOSE, STATUSES.get(i % STATUSES.size()), "", i));

            Stream.of(Fact.values())
                    .filter(fact ->
                            draft.parts().stream().anyMatch(part -> part.key().equals(fact.key())))
                    .forEach(fact -> assertThat(fact.strength(exhausted.state()))
                            .as(draft.content())
                            .isPositive());
            assertThat(draft.content()).doesNotContainIgnoringCase("good mood").doesNotContainIgnoringCase("rested");
        }
    }

    @Test
    void nothing_is_announced_that_does_not_come() {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<SpeakV1.Line> lately = said.subList(Math.max(0, i - 20), i).stream()
                    .map(words -> new SpeakV1.Line(Author.AVATAR, words))
                    .toList();
            Draft draft = VOICE.draft(MIRA.after(lately).turn(DialogueAct.DISCLOSE, BondStatus.BEST_FRIENDS, "", i));

            assertThat(draft.content()).doesNotEndWith(":");
            assertThat(draft.parts().getLast().key()).isNotEqualTo("turn.disclose");
            said.add(draft.content());
        }
    }

    @Test
    void a_joke_is_of_the_jokers_kind() {
        Requests absurd = MIRA.who(Requests.personality(
                .5, .5, .5, .5, .5, HumorStyle.ABSURD, LoveLanguage.WORDS, AttachmentStyle.SECURE, "tea"));
        int own = 0;
        for (int i = 0; i < 200; i++) {
            String joke = VOICE.speak(absurd.turn(DialogueAct.JOKE, BondStatus.FRIENDS, "", i))
                    .content();
            own += Pattern.compile("Tuesday|Wednesday|digger|Desert|lighthouse|cloud|ladder|moon")
                            .matcher(joke)
                            .find()
                    ? 1
                    : 0;
        }

        assertThat(own).isGreaterThan(90);
    }

    @Test
    void the_tone_suits_the_act() {
        assertThat(tone(DialogueAct.COMFORT)).isEqualTo("gentle");
        assertThat(tone(DialogueAct.ARGUE)).isEqualTo("irritated");
        assertThat(tone(DialogueAct.FLIRT)).isEqualTo("playful");
        assertThat(tone(DialogueAct.THANK)).isEqualTo("warm");
    }

    @Test
    void without_an_act_it_answers_and_without_words_it_greets() {
        String answer = VOICE.speak(MIRA.turn(null, BondStatus.FRIENDS, "Tell me a joke", 3))
                .content();
        Draft first = VOICE.draft(MIRA.turn(null, BondStatus.FRIENDS, "", 3));

        assertThat(answer).isNotBlank();
        assertThat(first.parts().getFirst().key()).isEqualTo("turn.greet.friend");
    }

    @Test
    void the_name_of_the_other_is_untrusted() {
        for (DialogueAct act : DialogueAct.values()) {
            SpeakV1 request = MIRA.turn(act, BondStatus.FRIENDS, "<b>hi</b> about the https://x.example", 5);
            SpeakV1 odd = SpeakV1.turn(
                    request.frame(),
                    request.recent(),
                    request.said(),
                    act,
                    new SpeakV1.Partner(request.partner().id(), "<script>", BondStatus.FRIENDS),
                    null);

            assertThat(VOICE.speak(odd).content()).doesNotContain("<", "script", "example");
        }
    }

    private static String tone(DialogueAct act) {
        return VOICE.speak(MIRA.turn(act, BondStatus.FRIENDS, "", 1)).tone();
    }

    /** The messages before the last one, as the speaker of this turn sees them. */
    private static List<SpeakV1.Line> recent(List<String> said, int turn) {
        List<SpeakV1.Line> lines = new ArrayList<>();
        for (int i = 0; i < said.size() - 1; i++) {
            lines.add(new SpeakV1.Line((turn - i) % 2 == 0 ? Author.AVATAR : Author.PARTNER, said.get(i)));
        }
        return lines;
    }

    private static Stream<String> sentences(String message) {
        return Pattern.compile("[.!?…]+")
                .splitAsStream(message)
                .map(String::strip)
                .filter(sentence -> sentence.length() >= 12);
    }
}
