package viva.llm.recall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.llm.phrasebook.Language;

/** Facts that were told are found when they are asked for in other words, and only then. */
class RecallTest {
    private static boolean any(String text) {
        return !text.isEmpty();
    }

    private static Optional<Recalled> asked(Language language, List<String> told, String question) {
        return new Recall(language).answer(question, told, RecallTest::any, false);
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH,en,true", "ENGLISH,en,false", "PORTUGUESE,pt,true", "PORTUGUESE,pt,false"})
    void nineteen_of_twenty_facts_come_back(Language language, String tag, boolean expected) {
        Recall recall = new Recall(language);
        List<String> wrong = new ArrayList<>();
        List<ToldAndAsked> cases = ToldAndAsked.read(tag);
        for (int i = 0; i < cases.size(); i++) {
            ToldAndAsked each = cases.get(i);
            Optional<Recalled> answer = recall.answer(each.question(), each.lines(tag, i), RecallTest::any, expected);
            if (answer.isEmpty() || !each.isAnswered(answer.get())) {
                wrong.add(each + " -> " + answer);
            }
        }

        assertThat(cases).hasSizeGreaterThanOrEqualTo(60);
        assertThat(wrong).as(String.join("\n", wrong)).hasSizeLessThanOrEqualTo(cases.size() / 20);
    }

    @Test
    void what_is_asked_of_the_avatar_is_no_question_about_the_owner() {
        List<String> told = List.of("my dog is called Bruno", "I live in Porto", "I love rain");
        for (String question : List.of(
                "What's your name?",
                "How are you?",
                "do you love me?",
                "What do you think about my dog?",
                "Should I move to Berlin?",
                "Can you help me with my homework?",
                "What are you doing?")) {
            assertThat(asked(Language.ENGLISH, told, question)).as(question).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I'm flying to Lisbon on Friday|When do I fly?|you're flying to Lisbon on Friday",
                "I am a nurse and I love my job|What is my job?|you are a nurse and you love your job",
                "My sister lives in Porto with us|Where does my sister live?|your sister lives in Porto with you",
                "We've bought a house|What have we bought?|you've bought a house"
            })
    void a_statement_is_turned_to_the_owner(String told, String question, String turned) {
        assertThat(asked(Language.ENGLISH, List.of(told), question))
                .hasValueSatisfying(recalled ->
                        assertThat(((Recalled.Fact) recalled).said()).isEqualTo(turned));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Trabalho como enfermeira no hospital|onde eu trabalho?|você trabalha como enfermeira no hospital",
                "Vou me mudar para Recife em maio|quando eu me mudo?|você vai se mudar para Recife em maio",
                "Eu não posso comer glúten|o que eu não posso comer?|você não pode comer glúten",
                "não posso comer glúten|o que eu não posso comer?|você não pode comer glúten",
                "minha irmã mora no Porto|onde mora minha irmã?|sua irmã mora no Porto",
                "parei de fumar há dois anos|quando eu parei de fumar?|você parou de fumar há dois anos"
            })
    void a_statement_in_portuguese_is_turned_to_the_owner(String told, String question, String turned) {
        assertThat(asked(Language.PORTUGUESE, List.of(told), question))
                .hasValueSatisfying(recalled ->
                        assertThat(((Recalled.Fact) recalled).said()).isEqualTo(turned));
    }

    @Test
    void it_goes_on_about_what_was_just_spoken_of() {
        assertThat(asked(Language.ENGLISH, List.of("I have a dog. His name is Bruno."), "What's my dog called?"))
                .hasValueSatisfying(recalled ->
                        assertThat(((Recalled.Fact) recalled).value()).hasValue("Bruno"));
    }

    @Test
    void what_may_not_be_said_again_is_not_recalled() {
        Recall recall = new Recall(Language.ENGLISH);

        Optional<Recalled> answer = recall.answer(
                "what is my dog called?", List.of("my dog is called Bruno"), text -> !text.contains("Bruno"), true);

        assertThat(answer).hasValueSatisfying(recalled -> assertThat(recalled).isInstanceOf(Recalled.Unknown.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPANISH|mi perro se llama Bruno|¿Cómo se llama mi perro?|Bruno",
                "SPANISH|vivo en Sevilla|¿Dónde vivo?|Sevilla",
                "GERMAN|mein Hund heißt Bruno|Wie heißt mein Hund?|Bruno",
                "GERMAN|ich wohne in Bremen|Wo wohne ich?|Bremen"
            })
    void the_other_languages_recall_what_is_plainly_told(
            Language language, String told, String question, String value) {
        assertThat(asked(language, List.of(told), question))
                .hasValueSatisfying(recalled -> assertThat(
                                ((Recalled.Fact) recalled).value().orElse("") + ((Recalled.Fact) recalled).said())
                        .contains(value));
    }
}
