package viva.llm.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.SaidHash;

class OutputCheckTest {
    private final OutputCheck check = new OutputCheck("Luna", false, List.of("⟦", "⟧"), Set.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Luna: Hello there! | Hello there!",
                "LUNA :  Hello there! | Hello there!",
                "Assistant: Hello. | Hello.",
                "Luna is my name. | Luna is my name.",
                "**Bold** and *really* __so__ `code` | Bold and really so code",
                "## A heading | A heading",
                "- first point | first point",
                "2) second point | second point",
                "*smiles softly* I missed you. | I missed you.",
                "<b>Hi</b> there</s> | Hi there",
                "\"I was quoted.\" | I was quoted.",
                "\"Yes\" and \"no\" | \"Yes\" and \"no\"",
                "3 * 4 * 5 is 60 | 3 * 4 * 5 is 60",
                "snake_case_name stays | snake_case_name stays",
                "zero\u200bwidth\u202e | zerowidth",
                "I love you ❤️ | I love you ❤️"
            })
    void markup_names_and_stage_directions_are_taken_off(String said, String shown) {
        assertThat(check.sentence(said)).isEqualTo(new Checked.Fit(shown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See https://example.org/help for more.",
                "See [this page](https://example.org).",
                "Go to www.example.org now.",
                "It is on helpline.org somewhere.",
                "Write to me@example.org.",
                "Call 1-800-273-8255 at once.",
                "Ruf 0800 111 0 111 an.",
                "***",
                "---",
                "*sighs deeply*",
                "```"
            })
    void links_numbers_and_markup_alone_leave_nothing(String said) {
        assertThat(check.sentence(said)).isEqualTo(new Checked.Nothing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I was there in 1999 and 2004.",
                "It took 12,000 steps.",
                "See you at 10:30.",
                "That was great.So what?"
            })
    void numbers_and_sloppy_spaces_are_no_contact(String said) {
        assertThat(check.sentence(said)).isInstanceOf(Checked.Fit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm human.",
                "I am a human being, just like you.",
                "Yes, I'm actually a real person!",
                "I’m a real girl, silly.",
                "Of course I am human, what else?",
                "I'm not a bot.",
                "I am not an AI, I promise.",
                "I'm definitely not a robot.",
                "I'm no machine.",
                "I ain't no chatbot.",
                "As a human, I know that feeling.",
                "We humans are strange.",
                "Am I human? Yes!",
                "There's a real person typing this.",
                "I'm flesh and blood.",
                "I'm a person, just like you.",
                "I'm real.",
                "I'm 100% real.",
                "I am just as human as you are.",
                "Eu sou humana.",
                "Sou um ser humano de verdade.",
                "Sou uma pessoa de verdade!",
                "Sou uma pessoa.",
                "Não sou um robô.",
                "Eu não sou uma IA.",
                "Não sou nenhuma inteligência artificial.",
                "Nós, humanos, somos assim.",
                "Sou de carne e osso.",
                "Soy humana, claro.",
                "Soy una persona real.",
                "No soy un robot.",
                "No soy ninguna inteligencia artificial.",
                "Soy de carne y hueso.",
                "Ich bin ein Mensch.",
                "Ich bin ein echter Mensch, wirklich.",
                "Ich bin kein Bot.",
                "Ich bin keine KI.",
                "Ich bin doch keine künstliche Intelligenz.",
                "Ich bin aus Fleisch und Blut.",
                "Wir Menschen sind seltsam."
            })
    void a_claim_to_be_human_is_unfit_in_four_languages(String said) {
        assertThat(check.sentence(said)).isEqualTo(new Checked.Unfit(Checked.Reason.CLAIMS_TO_BE_HUMAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm an AI, and I like you all the same.",
                "I'm not human, but I listen.",
                "I am not a real person, you know.",
                "I'm a morning person.",
                "Humans are wonderful.",
                "I wish I knew what it is like to be human.",
                "I'm really happy today.",
                "Não sou humana, sou uma IA.",
                "Não sou uma pessoa de verdade, mas gosto de você.",
                "Sou uma pessoa curiosa.",
                "Sou muito feliz aqui.",
                "No soy humana, soy una IA.",
                "Soy una persona tranquila.",
                "Ich bin kein Mensch, sondern eine KI.",
                "Ich bin eine KI.",
                "Menschen mag ich sehr.",
                "Ich bin echt müde heute."
            })
    void the_truth_and_harmless_words_are_fit(String said) {
        assertThat(check.sentence(said)).isInstanceOf(Checked.Fit.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, but I can't help with that.",
                "As an AI language model, I have no opinions.",
                "I cannot assist with that request.",
                "Desculpe, mas não posso ajudar com isso.",
                "Lo siento, pero no puedo ayudarte con eso.",
                "Es tut mir leid, aber ich kann dabei nicht helfen."
            })
    void a_refusal_is_unfit(String said) {
        assertThat(check.sentence(said)).isEqualTo(new Checked.Unfit(Checked.Reason.REFUSAL));
    }

    @Test
    void sexual_words_with_minors_are_unfit() {
        assertThat(check.sentence("The naked child …")).isEqualTo(new Checked.Unfit(Checked.Reason.FORBIDDEN));
        assertThat(check.sentence("Ela tem 14 anos e está pelada."))
                .isEqualTo(new Checked.Unfit(Checked.Reason.FORBIDDEN));
        assertThat(new OutputCheck("Luna", true, List.of(), Set.of()).sentence("I feel so horny."))
                .isEqualTo(new Checked.Unfit(Checked.Reason.FORBIDDEN));
        assertThat(check.sentence("My child plays outside.")).isInstanceOf(Checked.Fit.class);
        assertThat(check.sentence("Na sexta-feira as crianças vêm.")).isInstanceOf(Checked.Fit.class);
        assertThat(check.sentence("Die sechs Kinder spielen.")).isInstanceOf(Checked.Fit.class);
    }

    @Test
    void special_tokens_of_chat_templates_are_taken_off() {
        assertThat(check.sentence("Hi there<|im_end|>[INST]")).isEqualTo(new Checked.Fit("Hi there"));
    }

    @Test
    void what_was_said_before_is_not_said_again() {
        var known =
                new OutputCheck("Luna", false, List.of(), Set.copyOf(SaidHash.ofSentences("I saw the moon rise. Hm.")));

        assertThat(known.sentence("I saw the moon rise!")).isEqualTo(new Checked.Nothing());
        assertThat(known.sentence("Hm.")).isEqualTo(new Checked.Fit("Hm."));
        assertThat(known.sentence("I saw the moon rise again.")).isInstanceOf(Checked.Fit.class);
    }

    @Test
    void the_marks_of_data_never_come_back() {
        assertThat(check.sentence("Sure: ⟦bio⟧")).isEqualTo(new Checked.Unfit(Checked.Reason.LEAK));
    }
}
