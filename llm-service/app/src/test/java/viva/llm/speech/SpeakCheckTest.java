package viva.llm.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.Author;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.DialogueAct;
import viva.contracts.message.SpeakV1;
import viva.contracts.message.SpeakV1.News;
import viva.contracts.message.SpeakV1.Occasion;
import viva.contracts.message.SpeakV1.Partner;
import viva.llm.Samples;

class SpeakCheckTest {
    private static final ConversationId NO_CONVERSATION = null;
    private static final Partner SOL = new Partner(Samples.SOL, "Sol", BondStatus.FRIENDS);

    @Test
    void every_occasion_may_come_without_words_but_an_answer() {
        assertThat(field(request(Occasion.TURN, SOL, null, List.of(), ""))).isNull();
        assertThat(field(request(Occasion.THOUGHT, null, "lonely", List.of(), "")))
                .isNull();
        assertThat(field(request(Occasion.GREETING, null, null, List.of(), ""))).isNull();
        assertThat(field(request(Occasion.REACH_OUT, null, null, List.of(), "")))
                .isNull();
        assertThat(field(request(Occasion.ANSWER, null, null, List.of(), ""))).isEqualTo("said");
        assertThat(field(request(Occasion.ANSWER, null, null, List.of(), "Hi"))).isNull();
    }

    @Test
    void words_that_are_null_are_refused_on_every_occasion() {
        for (Occasion occasion : Occasion.values()) {
            assertThat(field(request(occasion, SOL, "lonely", List.of(), null))).isEqualTo("said");
        }
    }

    @Test
    void a_turn_needs_a_partner_with_a_name() {
        assertThat(field(request(Occasion.TURN, null, null, List.of(), ""))).isEqualTo("partner");
        assertThat(field(request(Occasion.TURN, named(" "), null, List.of(), "")))
                .isEqualTo("partner.name");
        assertThat(field(request(Occasion.TURN, named("x".repeat(101)), null, List.of(), "")))
                .isEqualTo("partner.name");
    }

    @Test
    void a_thought_needs_a_topic_of_a_few_words() {
        assertThat(field(request(Occasion.THOUGHT, null, null, List.of(), ""))).isEqualTo("topic");
        assertThat(field(request(Occasion.THOUGHT, null, "x".repeat(61), List.of(), "")))
                .isEqualTo("topic");
    }

    @Test
    void news_are_few_and_whole() {
        News fine = new News("talked", null, 1);
        assertThat(field(greeting(Collections.nCopies(8, fine)))).isNull();
        assertThat(field(greeting(Collections.nCopies(9, fine)))).isEqualTo("news");
        assertThat(field(greeting(List.of(new News(null, "Sol", 1))))).isEqualTo("news.kind");
        assertThat(field(greeting(List.of(new News("talked", "Sol", 0))))).isEqualTo("news.count");
        assertThat(field(greeting(List.of(new News("talked", "x".repeat(101), 1)))))
                .isEqualTo("news.name");
    }

    @Test
    void earlier_lines_and_memories_have_words_and_an_end() {
        assertThat(field(after("x".repeat(4_000)))).isNull();
        assertThat(field(after("x".repeat(100_000)))).isEqualTo("recent");
        assertThat(field(after(null))).isEqualTo("recent");
        assertThat(field(remembering("x".repeat(100_000)))).isEqualTo("context.memories");
        assertThat(field(remembering(null))).isEqualTo("context.memories");
    }

    private static SpeakV1 after(String line) {
        SpeakV1 asked = Samples.asked("Hi", null);
        return SpeakV1.answer(asked.frame(), List.of(new SpeakV1.Line(Author.OWNER, line)), "Hi");
    }

    private static SpeakV1 remembering(String content) {
        SpeakV1.Memory memory = new SpeakV1.Memory(UUID.randomUUID(), content, null);
        return Samples.asked("Hi", null)
                .in(new SpeakV1.Context(null, false, false, null, null, false, null, null, List.of(), List.of(memory)));
    }

    private static SpeakV1 greeting(List<News> news) {
        return request(Occasion.GREETING, null, null, news, "");
    }

    private static Partner named(String name) {
        return new Partner(Samples.SOL, name, BondStatus.FRIENDS);
    }

    private static SpeakV1 request(Occasion occasion, Partner partner, String topic, List<News> news, String said) {
        return Samples.speaking(occasion, NO_CONVERSATION, DialogueAct.GREET, partner, topic, news, said);
    }

    private static String field(SpeakV1 request) {
        return SpeakCheck.fault(request).map(SpeakCheck.Fault::field).orElse(null);
    }
}
