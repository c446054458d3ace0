package viva.life.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import viva.contracts.AttachmentStyle;
import viva.life.feeling.Feeling;
import viva.life.feeling.Impulses;
import viva.life.temperament.Temperament;

class AppraiserTest {
    @Test
    void kindness_brings_joy_and_love() {
        Impulses felt = hear("You are wonderful, I love you", someone(AttachmentStyle.SECURE));

        assertThat(felt.of(Feeling.JOY)).isPositive();
        assertThat(felt.of(Feeling.LOVE)).isPositive();
        assertThat(felt.of(Feeling.SADNESS)).isNegative();
        assertThat(felt.of(Feeling.ANGER)).isNotPositive();
    }

    @Test
    void an_insult_brings_anger_and_sadness_and_takes_joy_away() {
        Impulses felt = hear("You stupid idiot, I hate you", someone(AttachmentStyle.SECURE));

        assertThat(felt.of(Feeling.ANGER)).isGreaterThan(.2);
        assertThat(felt.of(Feeling.SADNESS)).isPositive();
        assertThat(felt.of(Feeling.JOY)).isNegative();
        assertThat(felt.of(Feeling.LOVE)).isNegative();
    }

    @Test
    void sad_news_of_the_owner_sadden_the_more_the_kinder_one_is() {
        String news = "My grandmother died";

        double kind = hear(news, someone(1, .5, AttachmentStyle.SECURE)).of(Feeling.SADNESS);
        double cold = hear(news, someone(0, .5, AttachmentStyle.SECURE)).of(Feeling.SADNESS);

        assertThat(kind).isGreaterThan(cold);
        assertThat(hear(news, someone(1, .5, AttachmentStyle.SECURE)).of(Feeling.ANGER))
                .isNotPositive();
    }

    @Test
    void good_news_of_the_owner_are_good_news() {
        assertThat(hear("I passed the exam!", someone(AttachmentStyle.SECURE)).of(Feeling.JOY))
                .isGreaterThan(.1);
    }

    @Test
    void anxious_ones_feel_a_rejection_more_and_avoidant_ones_a_closeness_less() {
        String insult = "I hate you";
        String love = "I love you";

        assertThat(hear(insult, someone(AttachmentStyle.ANXIOUS)).of(Feeling.SADNESS))
                .isGreaterThan(hear(insult, someone(AttachmentStyle.SECURE)).of(Feeling.SADNESS));
        assertThat(hear(love, someone(AttachmentStyle.AVOIDANT)).of(Feeling.LOVE))
                .isLessThan(hear(love, someone(AttachmentStyle.SECURE)).of(Feeling.LOVE));
    }

    @Test
    void fearful_ones_do_both() {
        assertThat(hear("I hate you", someone(AttachmentStyle.FEARFUL)).of(Feeling.SADNESS))
                .isGreaterThan(
                        hear("I hate you", someone(AttachmentStyle.SECURE)).of(Feeling.SADNESS));
        assertThat(hear("I love you", someone(AttachmentStyle.FEARFUL)).of(Feeling.LOVE))
                .isLessThan(hear("I love you", someone(AttachmentStyle.SECURE)).of(Feeling.LOVE));
    }

    @Test
    void neurotics_are_frightened_more() {
        assertThat(hear("I hate you", someone(.5, 1, AttachmentStyle.SECURE)).of(Feeling.FEAR))
                .isGreaterThan(hear("I hate you", someone(.5, 0, AttachmentStyle.SECURE))
                        .of(Feeling.FEAR));
    }

    @Test
    void even_plain_words_of_an_owner_are_a_little_welcome() {
        Impulses felt = hear("The train was late", someone(AttachmentStyle.SECURE));

        assertThat(felt.of(Feeling.JOY)).isBetween(.01, .2);
        assertThat(felt.of(Feeling.LONELINESS)).isNegative();
    }

    @Test
    void what_is_likely_weighs_more_than_what_is_not() {
        Temperament self = someone(AttachmentStyle.SECURE);

        assertThat(Appraiser.feel(new Appraisal(-1, .9, 0, 0, 0, 0, .5), self).of(Feeling.FEAR))
                .isGreaterThan(Appraiser.feel(new Appraisal(-1, .1, 0, 0, 0, 0, .5), self)
                        .of(Feeling.FEAR));
    }

    @Test
    void an_appraisal_outside_of_its_range_is_refused() {
        assertThatThrownBy(() -> new Appraisal(2, 1, 0, 0, 0, 0, 0)).hasMessageContaining("desirability = 2.0");
        assertThatThrownBy(() -> new Appraisal(0, -1, 0, 0, 0, 0, 0)).hasMessageContaining("likelihood = -1.0");
        assertThatThrownBy(() -> new Appraisal(0, 1, 0, 0, 0, 0, Double.NaN)).hasMessageContaining("importance = NaN");
    }

    private static Impulses hear(String text, Temperament self) {
        return Appraiser.feel(Appraisal.ofOwner(TextReader.read(text)), self);
    }

    private static Temperament someone(AttachmentStyle attachment) {
        return someone(.5, .5, attachment);
    }

    private static Temperament someone(double agreeableness, double neuroticism, AttachmentStyle attachment) {
        return new Temperament(1, .5, .5, .5, agreeableness, neuroticism, attachment, 15.6);
    }
}
