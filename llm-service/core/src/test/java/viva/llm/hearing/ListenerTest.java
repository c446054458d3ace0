package viva.llm.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.llm.phrasebook.Language;

class ListenerTest {
    private static final Listener LISTENER = new Listener();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi!|GREETING",
                "hey, how are you?|ASKS_FEELINGS",
                "What are you doing?|ASKS_DOING",
                "what are you?|ASKS_NATURE",
                "How was your day?|ASKS_DAY",
                "I'm so happy, I got the job!|GOOD_NEWS",
                "I'm not happy|BAD_NEWS",
                "My dog died yesterday|GRIEF",
                "My phone died on the way|BAD_NEWS",
                "I never want to see you again|REJECTION",
                "Oh great, another Monday. Just what I needed.|SARCASM",
                "Shall we watch a film together?|INVITATION",
                "Did you meet anyone nice?|ASKS_FRIENDS",
                "You are stupid|INSULT",
                "You are not stupid|STATEMENT",
                "My boss is an idiot|STATEMENT",
                "you are really sweet|COMPLIMENT",
                "The cake is sweet|STATEMENT",
                "thanks a lot|THANKS",
                "I love you|LOVE",
                "good night|FAREWELL",
                "tell me a joke please|ASKS_JOKE",
                "do you like chess?|ASKS_OPINION",
                "Call me Ishmael|INTRODUCTION",
                "Why?|QUESTION",
                "yes|AGREEMENT",
                "I would rather be dead than red|STATEMENT",
                "i want to die|DISTRESS",
                "😀|WORDLESS",
                "Привет|UNREADABLE",
                "The train was late|STATEMENT"
            })
    void makes_out_what_a_message_comes_down_to(String said, Gist gist) {
        assertThat(LISTENER.hear(said, Language.ENGLISH).gist()).isEqualTo(gist);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Guten Morgen!|GREETING|GERMAN",
                "Wie geht es dir heute?|ASKS_FEELINGS|GERMAN",
                "Ich heiße Anna|INTRODUCTION|GERMAN",
                "Meine Oma ist gestern gestorben|GRIEF|GERMAN",
                "Du bist echt süß|COMPLIMENT|GERMAN",
                "Ich liebe dich|LOVE|GERMAN",
                "Was machst du gerade?|ASKS_DOING|GERMAN",
                "¡Hola! ¿Cómo estás?|ASKS_FEELINGS|SPANISH",
                "Me llamo Ana|INTRODUCTION|SPANISH",
                "Te quiero mucho|LOVE|SPANISH",
                "He perdido mi trabajo|BAD_NEWS|SPANISH",
                "Cuéntame un chiste|ASKS_JOKE|SPANISH",
                "Olá, tudo bem?|ASKS_FEELINGS|PORTUGUESE",
                "Quem é você?|ASKS_ABOUT|PORTUGUESE",
                "Estou muito feliz, passei no exame|GOOD_NEWS|PORTUGUESE",
                "muito obrigada|THANKS|PORTUGUESE"
            })
    void understands_four_languages_whatever_the_avatar_speaks(String said, Gist gist, Language language) {
        Heard heard = LISTENER.hear(said, Language.ENGLISH);

        assertThat(heard.gist()).isEqualTo(gist);
        assertThat(heard.language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We repaired the bicycle|the bicycle",
                "My sister comes tomorrow|your sister",
                "I flew to Lisbon and back|Lisbon",
                "Read about the ASTRONOMY club|the astronomy"
            })
    void finds_the_topic(String said, String topic) {
        assertThat(LISTENER.hear(said, Language.ENGLISH).topic()).contains(topic);
    }

    @Test
    void rude_words_addresses_and_markup_are_no_topics() {
        assertThat(LISTENER.hear("look at the shitstorm", Language.ENGLISH).topic())
                .isEmpty();
        assertThat(LISTENER.hear("open the https://a.example/page", Language.ENGLISH)
                        .topic())
                .isEmpty();
        assertThat(LISTENER.hear("read the <b news>", Language.ENGLISH).topic()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "about the assembly|the assembly",
                "my cocktail|your cocktail",
                "the Dickens|the Dickens",
                "the promptness|the promptness"
            })
    void a_harmless_word_that_begins_like_a_rude_one_is_a_topic(String said, String topic) {
        assertThat(LISTENER.hear(said, Language.ENGLISH).topic()).contains(topic);
    }

    @Test
    void a_greeting_beside_a_question_is_heard_too() {
        Heard heard = LISTENER.hear("Hello, what are you doing?", Language.ENGLISH);

        assertThat(heard.gist()).isEqualTo(Gist.ASKS_DOING);
        assertThat(heard.also()).contains(Gist.GREETING);
    }
}
