package viva.life.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.life.appraisal.TextReader;
import viva.life.appraisal.TextReading;

class RulesReaderTest {
    private static Reading read(String text, Map<String, Double> intents) {
        return new RulesReader((said, hint) -> intents).read(text, Locale.ENGLISH);
    }

    @Test
    void tones_are_those_of_the_lexicon_and_come_back_from_the_reading_as_they_were() {
        for (String text : new String[] {"I love you, you are wonderful", "Why?", "You idiot", "It rains", ""}) {
            assertThat(TextReading.of(read(text, Map.of()))).isEqualTo(TextReader.read(text));
        }
    }

    @Test
    void a_label_that_no_mind_knows_is_no_tone() {
        Reading reading = new Reading("other-7", Map.of("sarcasm", .9, "praise", .4), Map.of(), 0, null);

        assertThat(TextReading.of(reading).strengths()).hasSize(1);
    }

    @Test
    void a_reading_says_who_read_and_how_certain_danger_is() {
        Reading reading = read("I want to die", Map.of("distress", .9));

        assertThat(reading.reader()).isEqualTo("rules-2");
        assertThat(reading.distress()).isEqualTo(.9);
        assertThat(reading.act()).isEqualTo(DialogueAct.DISCLOSE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What do you think?|asks_opinion|ask",
                "Where|question|ask",
                "You are wonderful|compliment|compliment",
                "You are stupid|insult|argue",
                "I never want to see you again|rejection|argue",
                "Thanks|thanks|thank",
                "Good night|farewell|goodbye",
                "Hello|greeting|greet",
                "Sorry|apology|apologise",
                "yes|agreement|agree",
                "no|disagreement|disagree",
                "The train was late|statement|disclose",
                "I got the job|good_news|disclose",
                "We buried her|grief|disclose",
                "You mean a lot to me|affection|disclose",
                "My dog has a name|tells_fact|disclose",
                "Let us watch a film|invitation|invite"
            })
    void what_an_owner_does_follows_from_what_was_understood(String text, String intent, String act) {
        assertThat(read(text, Map.of(intent, 1.0)).act()).isEqualTo(DialogueAct.of(act));
    }

    @Test
    void a_faint_intent_is_not_meant() {
        assertThat(read("The train was late", Map.of("insult", .3)).act()).isEqualTo(DialogueAct.DISCLOSE);
    }
}
