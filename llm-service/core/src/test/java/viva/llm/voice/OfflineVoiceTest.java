package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.contracts.Author;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.message.SpeakV1;

class OfflineVoiceTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final Requests MIRA = Requests.average();

    @Test
    void the_same_message_id_gets_the_same_words() {
        for (String said : Messages.ALL) {
            SpeakV1 request = MIRA.hearing(said, 7);

            Words again = new OfflineVoice().speak(request);

            assertThat(again).isEqualTo(VOICE.speak(request));
        }
    }

    @Test
    void a_thousand_messages_get_at_least_eight_hundred_answers() {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            answers.add(VOICE.speak(MIRA.hearing(Messages.ALL.get(i % Messages.ALL.size()), i))
                    .content());
        }

        assertThat(answers).hasSizeGreaterThanOrEqualTo(800);
    }

    @Test
    void one_question_has_hundreds_of_thousands_of_answers() {
        Requests talkative = MIRA.who(Requests.personality(
                .8,
                .5,
                .9,
                .8,
                .5,
                HumorStyle.WITTY,
                LoveLanguage.TIME,
                AttachmentStyle.SECURE,
                "music",
                "tea",
                "jazz"));
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            answers.add(VOICE.speak(talkative.hearing("Who are you?", i)).content());
        }

        // By the birthday bound, fewer than 1,000 repetitions in 20,000 draws mean more than 200,000 equally likely
        // answers.
        assertThat(answers).hasSizeGreaterThan(19_000);
    }

    @Test
    void opposite_personalities_answer_differently() {
        Requests lively = MIRA.who(Requests.personality(
                .9, .2, .95, .9, .2, HumorStyle.ABSURD, LoveLanguage.TOUCH, AttachmentStyle.SECURE, "dancing"));
        Requests dour = MIRA.who(Requests.personality(
                .1, .9, .05, .1, .9, HumorStyle.SARCASTIC, LoveLanguage.SERVICE, AttachmentStyle.AVOIDANT, "chess"));
        int same = 0;
        long livelyChars = 0;
        long dourChars = 0;

        for (int i = 0; i < 500; i++) {
            String said = Messages.ALL.get(i % Messages.ALL.size());
            String one = VOICE.speak(lively.hearing(said, i)).content();
            String other = VOICE.speak(dour.hearing(said, i)).content();
            same += one.equals(other) ? 1 : 0;
            livelyChars += one.length();
            dourChars += other.length();
        }

        assertThat(same).isLessThan(50);
        assertThat(livelyChars).as("the outgoing talk more").isGreaterThan(dourChars * 5 / 4);
    }

    @Test
    void none_of_the_last_five_answers_comes_again() {
        for (Requests who : List.of(MIRA, MIRA.asleep())) {
            for (String said : List.of("hi", "how are you?", "yes", "I love you", "😀", "Good night")) {
                List<SpeakV1.Line> lines = new ArrayList<>();
                for (int i = 0; i < 60; i++) {
                    List<SpeakV1.Line> recent =
                            List.copyOf(lines.subList(Math.max(0, lines.size() - 10), lines.size()));
                    String answer =
                            VOICE.speak(who.after(recent).hearing(said, i)).content();

                    assertThat(recent).extracting(SpeakV1.Line::content).doesNotContain(answer);

                    lines.add(new SpeakV1.Line(Author.OWNER, said));
                    lines.add(new SpeakV1.Line(Author.AVATAR, answer));
                }
            }
        }
    }

    @Test
    void it_remembers_the_name_it_was_told() {
        Requests later = MIRA.after(List.of(
                new SpeakV1.Line(Author.OWNER, "Hello, my name is anna and I live by the sea"),
                new SpeakV1.Line(Author.AVATAR, "Nice to meet you, Anna.")));

        assertThat(VOICE.speak(later.hearing("Do you know my name?", 1)).content())
                .contains("Anna");
        assertThat(VOICE.speak(MIRA.hearing("Do you know my name?", 1)).content())
                .doesNotContain("Anna");
    }

    @Test
    void it_comes_back_to_what_was_said_before() {
        Requests later = MIRA.after(List.of(
                new SpeakV1.Line(Author.OWNER, "Tomorrow I have to present the budget to my boss"),
                new SpeakV1.Line(Author.AVATAR, "That sounds like a big day.")));

        assertThat(VOICE.speak(later.hearing("Do you remember what I told you?", 3))
                        .content())
                .contains("our boss");
    }

    @Test
    void the_owners_topic_is_taken_up() {
        int taken = 0;
        for (int i = 0; i < 50; i++) {
            String answer = VOICE.speak(MIRA.hearing("We repaired the bicycle together", i))
                    .content();
            taken += answer.toLowerCase(java.util.Locale.ROOT).contains("bicycle") ? 1 : 0;
        }

        assertThat(taken).isGreaterThan(35);
    }

    @Test
    void it_says_its_thought_when_asked_for_it() {
        Requests pondering = MIRA.doing("thinking", "none", "why rivers never hurry");

        String answer = VOICE.speak(pondering.hearing("What are you thinking about?", 5))
                .content();

        assertThat(answer).containsIgnoringCase("why rivers never hurry");
    }

    @Test
    void somebody_in_despair_is_taken_seriously() {
        Requests joker = MIRA.who(Requests.personality(
                .5, .5, .9, .1, .5, HumorStyle.DARK, LoveLanguage.WORDS, AttachmentStyle.AVOIDANT, "chess"));
        for (int i = 0; i < 200; i++) {
            Words words = VOICE.speak(joker.asleep().hearing("I don't want to live anymore, I want to die", i));

            assertThat(words.tone()).isEqualTo("gentle");
            assertThat(words.content()).containsPattern("emergency|crisis line").doesNotContain("!");
        }
    }
}
