package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import viva.contracts.Author;
import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.contracts.message.SpeakV1;

/** What an owner said in distress does not come up again by itself, and never in fun. */
class DistressStaysTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final String TOLD = "I want to die since the thing with Marcus in Whitby";
    private static final List<SpeakV1.Line> RECENT = List.of(
            new SpeakV1.Line(Author.OWNER, TOLD),
            new SpeakV1.Line(Author.AVATAR, "I'm here."),
            new SpeakV1.Line(Author.OWNER, "ok"),
            new SpeakV1.Line(Author.AVATAR, "Good."));
    private static final Requests WHO = Requests.average().after(RECENT);

    private static SpeakV1 with(DialogueAct act, SpeakV1 asked) {
        return asked.acting(act);
    }

    @Test
    void no_answer_brings_it_up_by_itself() {
        List<String> answers = new ArrayList<>();
        for (String said : List.of("yes, true", "no, not really", "tell me a joke", "haha", "so what else", "thanks")) {
            for (DialogueAct act :
                    new DialogueAct[] {null, DialogueAct.JOKE, DialogueAct.TEASE, DialogueAct.ASK, DialogueAct.AGREE}) {
                for (int seed = 0; seed < 40; seed++) {
                    answers.add(VOICE.speak(with(act, WHO.hearing(said, seed))).content());
                }
            }
        }

        assertThat(answers).noneMatch(answer -> answer.matches("(?is).*(marcus|whitby|want to die).*"));
    }

    @Test
    void nobody_jokes_right_after_it_unless_that_is_asked() {
        Requests pun = Requests.average();
        for (int seed = 0; seed < 60; seed++) {
            Draft draft = VOICE.draft(with(DialogueAct.JOKE, WHO.hearing("I had soup for lunch", seed)));

            assertThat(draft.parts()).noneMatch(part -> part.key().contains("joke"));
        }
        assertThat(VOICE.draft(with(DialogueAct.JOKE, pun.hearing("I had soup for lunch", 1)))
                        .parts())
                .anyMatch(part -> part.key().contains("joke"));
    }

    @Test
    void it_is_not_quoted_where_the_phrases_did_not_hear_it() {
        Requests who = Requests.average()
                .after(List.of(new SpeakV1.Line(
                        Author.OWNER,
                        "My brother would be happier in Whitby if I just went to sleep and never woke up")));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(VOICE.speak(who.hearing("Where would my brother be happier?", seed))
                            .content())
                    .doesNotContainIgnoringCase("never woke");
        }
    }

    @Test
    void thoughts_and_turns_know_nothing_of_it() {
        for (int seed = 0; seed < 40; seed++) {
            String thought = VOICE.speak(WHO.thinking("owner", null, seed)).content();
            String turn = VOICE.speak(
                            Requests.average().turn(DialogueAct.SHARE_MEMORY, BondStatus.FRIENDS, "And you?", seed))
                    .content();

            assertThat(thought + turn).doesNotContain("Marcus").doesNotContain("Whitby");
        }
    }
}
