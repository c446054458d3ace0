package viva.llm.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import viva.contracts.Author;
import viva.contracts.BondStatus;
import viva.contracts.DialogueAct;
import viva.contracts.WorldTime;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.SpeakV1.Forgetting.Stage;

/** Answers come from what the owner told long ago, say so, and never make anything up. */
class MemoriesTest {
    private static final OfflineVoice VOICE = new OfflineVoice();
    private static final int SEEDS = 12;
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(1, 2);

    private static SpeakV1.Memory memory(UUID id, String content, int day) {
        return new SpeakV1.Memory(id, content, WorldTime.parse("2030-01-%02dT12:00:00Z".formatted(day)));
    }

    private static SpeakV1 with(SpeakV1 request, SpeakV1.Memory... memories) {
        return request.in(
                new SpeakV1.Context(null, false, false, null, null, false, null, null, List.of(), List.of(memories)));
    }

    private static SpeakV1 forgetting(SpeakV1 request, String about, Stage stage) {
        return request.in(request.context().forgetting(new SpeakV1.Forgetting(about, stage)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|What is my dog called?|My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”.|Bruno",
                "en|where do I live?|My owner lives in Porto. My owner told me: “I live in Porto”.|Porto",
                "en|What did I tell you about my sister?|My owner's sister lives in Leeds. My owner told me: “My sister lives in Leeds”.|Leeds",
                "en|What is my dog called?|My owner's dog is called Bruno.|Bruno",
                "en|do you remember my name?|My owner is called Ana. My owner told me: “My name is Ana”.|Ana",
                "pt|Como se chama meu cachorro?|O cachorro da minha pessoa se chama Bruno. Minha pessoa me contou: “Meu cachorro se chama Bruno”.|Bruno",
                "pt|Onde eu moro?|Minha pessoa mora em Recife. Minha pessoa me contou: “Moro em Recife”.|Recife"
            })
    void what_was_told_long_ago_is_answered_from_a_memory(
            String language, String question, String content, String answer) {
        Requests mira = Requests.average().speaking(language).after(others(language));
        for (int seed = 0; seed < SEEDS; seed++) {
            Words words = VOICE.speak(with(
                    mira.hearing(question, seed), memory(SECOND, "We laughed a lot.", 9), memory(FIRST, content, 2)));

            assertThat(words.content()).contains(answer);
            assertThat(words.memories()).containsExactly(FIRST);
        }
    }

    private static List<SpeakV1.Line> others(String language) {
        List<SpeakV1.Line> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lines.add(
                    new SpeakV1.Line(Author.OWNER, language.equals("pt") ? "hoje choveu de novo" : "it rained again"));
            lines.add(new SpeakV1.Line(Author.AVATAR, language.equals("pt") ? "Gosto de chuva." : "I like rain."));
        }
        return lines;
    }

    @Test
    void of_two_memories_that_say_otherwise_the_newer_counts() {
        SpeakV1.Memory older = memory(FIRST, "My owner lives in Porto. My owner told me: “I live in Porto”.", 2);
        SpeakV1.Memory newer = memory(SECOND, "My owner lives in Braga. My owner told me: “I moved to Braga”.", 8);
        for (int seed = 0; seed < SEEDS; seed++) {
            Words words = VOICE.speak(with(Requests.average().hearing("Where do I live?", seed), older, newer));

            assertThat(words.content()).contains("Braga").doesNotContain("Porto");
            assertThat(words.memories()).containsExactly(SECOND);
        }
    }

    @Test
    void what_was_said_last_counts_more_than_a_memory() {
        SpeakV1.Memory memory = memory(FIRST, "My owner lives in Porto. My owner told me: “I live in Porto”.", 2);
        Requests mira = Requests.average().after(List.of(new SpeakV1.Line(Author.OWNER, "I live in Braga now")));

        Words words = VOICE.speak(with(mira.hearing("Where do I live?", 1), memory));

        assertThat(words.content()).contains("Braga");
        assertThat(words.memories()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en,What did I tell you about my boat?", "pt,O que eu te contei sobre o meu barco?"})
    void what_was_never_told_is_not_made_up(String language, String question) {
        SpeakV1.Memory memory =
                memory(FIRST, "My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”.", 2);
        for (int seed = 0; seed < SEEDS; seed++) {
            Words words = VOICE.speak(with(Requests.average().speaking(language).hearing(question, seed), memory));

            assertThat(words.content()).doesNotContain("Bruno");
            assertThat(words.memories()).isEmpty();
        }
    }

    @Test
    void now_and_then_something_told_once_comes_up_where_it_fits() {
        SpeakV1.Memory memory =
                memory(FIRST, "My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”.", 2);
        int reminded = 0;
        for (int seed = 0; seed < 60; seed++) {
            Words words = VOICE.speak(with(Requests.average().hearing("I walked the dog in the rain", seed), memory));
            boolean says = words.content().contains("your dog is called Bruno");
            assertThat(words.memories().contains(FIRST)).isEqualTo(says);
            reminded += says ? 1 : 0;
            assertThat(VOICE.speak(with(Requests.average().hearing("I baked some bread", seed), memory))
                            .memories())
                    .isEmpty();
        }
        assertThat(reminded).isBetween(3, 40);
    }

    @Test
    void a_welcome_may_bring_up_what_was_told() {
        SpeakV1.Memory memory =
                memory(FIRST, "My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”.", 2);
        Set<Boolean> seen = new HashSet<>();
        for (int seed = 0; seed < 60; seed++) {
            Words words = VOICE.speak(with(Requests.average().greeting(List.of(), seed), memory));
            seen.add(words.content().contains("Bruno"));
            assertThat(words.memories().isEmpty()).isEqualTo(!words.content().contains("Bruno"));
        }
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void another_avatar_is_never_told_what_the_owner_told() {
        SpeakV1.Memory memory =
                memory(FIRST, "My owner's dog is called Bruno. My owner told me: “My dog is called Bruno”.", 2);
        for (int seed = 0; seed < SEEDS; seed++) {
            for (DialogueAct act : List.of(DialogueAct.SHARE_MEMORY, DialogueAct.DISCLOSE, DialogueAct.ANSWER)) {
                SpeakV1 turn = with(
                        Requests.average().turn(act, BondStatus.FRIENDS, "What is your owner's dog called?", seed),
                        memory);

                assertThat(turn.memories()).isEmpty();
                assertThat(VOICE.speak(turn).content()).doesNotContain("Bruno");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_wish_to_forget_is_asked_back_done_or_taken_back(Stage stage) {
        for (String language : List.of("en", "pt", "es", "de")) {
            Requests mira = Requests.average().speaking(language);
            for (Requests each : List.of(mira, mira.asleep())) {
                Words words = VOICE.speak(forgetting(each.hearing("yes", 3), "my dog", stage));

                assertThat(words.content()).isNotBlank();
                assertThat(words.content().endsWith("?")).isEqualTo(stage == Stage.ASKED);
            }
        }
        assertThat(VOICE.speak(forgetting(Requests.average().hearing("forget it", 1), "my dog", Stage.ASKED))
                        .content())
                .contains("your dog");
    }
}
