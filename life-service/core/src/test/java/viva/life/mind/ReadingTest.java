package viva.life.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.life.mind.People.LIVES;
import static viva.life.mind.People.MORNING;
import static viva.life.mind.People.hours;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AttachmentStyle;
import viva.contracts.DialogueAct;
import viva.contracts.Reading;
import viva.contracts.WorldTime;
import viva.life.hearing.RulesReader;

/** A mind takes from a message what its reading says, and does what fits it. */
class ReadingTest {
    private static final WorldTime NOON = hours(MORNING, 3);

    private static Reading reading(Map<String, Double> tones, Map<String, Double> intents) {
        return new Reading("test-1", tones, intents, 0, null);
    }

    private static Outcome hears(Mind mind, String text, Reading reading) {
        return LIVES.apply(mind, new Input.OwnerMessage(NOON, text, hours(NOON, 1.6), reading, null));
    }

    private static DialogueAct act(Outcome outcome) {
        return outcome.intents().stream()
                .filter(Intent.Speak.class::isInstance)
                .map(intent -> ((Intent.Speak) intent).act())
                .findFirst()
                .orElseThrow();
    }

    /** What a hundred people do with their answers. */
    private static Set<DialogueAct> acts(Reading reading) {
        EnumSet<DialogueAct> acts = EnumSet.noneOf(DialogueAct.class);
        for (int n = 1; n <= 100; n++) {
            acts.add(act(hears(People.newborn(n), "whatever", reading)));
        }
        return acts;
    }

    @Test
    void the_text_is_not_read_again() {
        Mind mind = People.newborn(1);
        Reading kind = reading(Map.of("affection", .9), Map.of("love", 1.0));

        Mind loved = hears(mind, "I hate you, idiot", kind).mind();
        Mind same = hears(mind, "xyz", kind).mind();

        assertThat(loved).isEqualTo(same);
        assertThat(LIVES.readAt(loved, NOON).emotions().anger())
                .isLessThanOrEqualTo(LIVES.readAt(mind, NOON).emotions().anger());
        assertThat(LIVES.readAt(loved, NOON).emotions().love())
                .isGreaterThan(LIVES.readAt(mind, NOON).emotions().love());
    }

    @Test
    void the_same_tones_do_the_same_whether_read_before_or_from_the_text() {
        Mind mind = People.newborn(2);
        String text = "I love you, you are wonderful";
        Reading read = new RulesReader((said, hint) -> Map.of()).read(text, Locale.ENGLISH);

        assertThat(hears(mind, text, read).mind())
                .isEqualTo(hears(mind, text, null).mind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "distress|comfort",
                "bad_news|comfort",
                "asks_memory|share_memory",
                "asks_joke|joke",
                "asks_day|disclose",
                "asks_nature|disclose",
                "question|disclose",
                "insult|apologise,argue",
                "rejection|apologise,argue",
                "apology|comfort,thank",
                "good_news|agree,compliment",
                "farewell|goodbye",
                "love|compliment,disclose,thank",
                "compliment|compliment,thank",
                "thanks|agree,compliment",
                "greeting|greet",
                "laughter|agree,ask,joke",
                "agreement|agree,ask,disclose",
                "statement|ask,disclose,joke"
            })
    void luck_chooses_among_the_acts_that_fit_and_no_other(String intent, String fitting) {
        Set<DialogueAct> expected =
                Stream.of(fitting.split(",", -1)).map(DialogueAct::of).collect(Collectors.toSet());
        double distress = intent.equals("distress") ? 1 : 0;

        assertThat(acts(new Reading("test-1", Map.of(), Map.of(intent, 1.0), distress, null)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"grief", "bad_news"})
    void nobody_jokes_an_hour_after_sad_news(String intent) {
        Reading sad = reading(Map.of("sad_news", .6), Map.of(intent, 1.0));
        Reading vague = reading(Map.of(), Map.of("statement", 1.0));
        EnumSet<DialogueAct> acts = EnumSet.noneOf(DialogueAct.class);
        for (int n = 1; n <= 100; n++) {
            Mind told = hears(People.newborn(n), "whatever", sad).mind();
            acts.add(act(LIVES.apply(
                    told, new Input.OwnerMessage(hours(NOON, 1), "whatever", hours(NOON, 2), vague, null))));
        }

        assertThat(acts).containsExactlyInAnyOrder(DialogueAct.ASK, DialogueAct.DISCLOSE);
    }

    @Test
    void what_weighs_more_is_answered_first() {
        Map<String, Double> several = Map.of("greeting", 1.0, "asks_feelings", 1.0, "insult", .2);

        assertThat(acts(reading(Map.of("greeting", .5, "question", .75), several)))
                .containsExactly(DialogueAct.DISCLOSE);
    }

    @Test
    void the_agreeable_make_up_and_the_others_argue() {
        Reading insult = reading(Map.of("hostility", .8), Map.of("insult", 1.0));
        Mind mild = People.newborn(3, People.personality(.5, .5, .5, 1, .5, AttachmentStyle.SECURE));
        Mind harsh = People.newborn(4, People.personality(.5, .5, .5, 0, .5, AttachmentStyle.SECURE));

        assertThat(act(hears(mild, "x", insult))).isEqualTo(DialogueAct.APOLOGISE);
        assertThat(act(hears(harsh, "x", insult))).isEqualTo(DialogueAct.ARGUE);
    }
}
