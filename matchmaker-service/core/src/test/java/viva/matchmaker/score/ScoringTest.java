package viva.matchmaker.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viva.contracts.AttachmentStyle;
import viva.contracts.HumorStyle;
import viva.contracts.LoveLanguage;
import viva.contracts.Personality;
import viva.contracts.UnitInterval;
import viva.matchmaker.People;

class ScoringTest {
    private static final Personality LUNA = person(
            new double[] {0.85, 0.6, 0.4, 0.75, 0.3},
            HumorStyle.WITTY,
            LoveLanguage.WORDS,
            AttachmentStyle.SECURE,
            List.of("astronomy", "philosophy", "music"),
            List.of("authenticity", "growth", "connection"));
    private static final Personality SOL = person(
            new double[] {0.65, 0.7, 0.9, 0.55, 0.5},
            HumorStyle.SARCASTIC,
            LoveLanguage.TIME,
            AttachmentStyle.ANXIOUS,
            List.of(" Music ", "climbing"),
            List.of("growth", "Connection", "honesty"));

    @Test
    void a_score_worked_by_hand() {
        Score score = Scoring.score(LUNA, SOL);

        // .15·.8 + .15·.9 + .15·.5 (E .4 is not below .4) + .20·.65 + .15·.6 + .20·.75
        assertThat(score.personality()).isCloseTo(0.70, within(1e-12));
        // one of four, two of four
        assertThat(score.interests()).hasValue(0.25);
        assertThat(score.values()).hasValue(0.5);
        // .6·.7 + .4·.5
        assertThat(score.communication()).isCloseTo(0.62, within(1e-12));
        // .35·.70 + .25·.25 + .25·.5 + .15·.62
        assertThat(score.total()).isCloseTo(0.5255, within(1e-12));
        assertThat(score.confidence()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_quiet_one_and_a_lively_one_complement_each_other() {
        Personality quiet = with(LUNA, 0.39);
        Personality lively = with(LUNA, 0.99);

        double likeness = Scoring.score(with(LUNA, 0.4), lively).personality();
        double complement = Scoring.score(quiet, lively).personality();

        // 1 − .59 for the likeness against .7
        assertThat(complement - likeness).isCloseTo(0.15 * (0.7 - 0.41), within(1e-12));
    }

    @Test
    void what_nobody_named_is_unknown_and_its_weight_is_shared() {
        Personality silent = withoutInterests(LUNA);

        Score score = Scoring.score(silent, silent);

        // O, C, E alike, A .75, N .3, secure: .45 + .15 + .105 + .2
        assertThat(score.personality()).isCloseTo(0.905, within(1e-12));
        assertThat(score.interests()).isEmpty();
        assertThat(score.values()).hasValue(1);
        assertThat(score.confidence()).isCloseTo(0.75, within(1e-12));
        assertThat(score.total()).isCloseTo((0.35 * 0.905 + 0.25 + 0.15) / 0.75, within(1e-12));
    }

    @Test
    void one_who_names_nothing_shares_nothing_with_one_who_does() {
        Score score = Scoring.score(withoutInterests(LUNA), LUNA);

        assertThat(score.interests()).hasValue(0);
        assertThat(score.confidence()).isCloseTo(1, within(1e-12));
    }

    @Test
    void it_is_symmetric_and_in_range() {
        Random chance = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            Personality a = People.personality(chance);
            Personality b = People.personality(chance);

            Score score = Scoring.score(a, b);

            assertThat(score).as("pair %d of seed 11", i).isEqualTo(Scoring.score(b, a));
            assertThat(score.total()).isBetween(0.0, 1.0);
            assertThat(score.personality()).isBetween(0.0, 1.0);
            assertThat(score.confidence()).isBetween(0.5, 1.0 + 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SECURE,SECURE,1",
        "SECURE,ANXIOUS,.75",
        "SECURE,AVOIDANT,.75",
        "SECURE,FEARFUL,.75",
        "ANXIOUS,ANXIOUS,.5",
        "AVOIDANT,AVOIDANT,.4",
        "ANXIOUS,AVOIDANT,.25",
        "FEARFUL,FEARFUL,.3",
        "FEARFUL,ANXIOUS,.3",
        "FEARFUL,AVOIDANT,.3"
    })
    void attachment_styles_have_their_chemistry(AttachmentStyle one, AttachmentStyle other, double expected) {
        assertThat(Chemistry.attachment(one, other)).isEqualTo(expected);
        assertThat(Chemistry.attachment(other, one)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DARK,DARK,1", "WITTY,SARCASTIC,.7", "WHOLESOME,WITTY,.7", "ABSURD,WITTY,.7", "DARK,SARCASTIC,.7",
        "DARK,WHOLESOME,.3", "ABSURD,SARCASTIC,.3", "WITTY,DARK,.3", "ABSURD,DARK,.3", "WHOLESOME,SARCASTIC,.3",
        "WHOLESOME,ABSURD,.3"
    })
    void humor_styles_have_theirs(HumorStyle one, HumorStyle other, double expected) {
        assertThat(one.match(other)).isEqualTo(expected);
        assertThat(other.match(one)).isEqualTo(expected);
    }

    @Test
    void the_explanation_names_the_strongest_and_the_weakest_part() {
        assertThat(Explanation.of(LUNA, SOL, Scoring.score(LUNA, SOL)))
                .isEqualTo("Their temperaments go well together; few of their interests are the same.");
        assertThat(Explanation.of(LUNA, LUNA, Scoring.score(LUNA, LUNA)))
                .isEqualTo("They share astronomy, music, philosophy; nothing stands between them.");
    }

    @Test
    void the_explanation_is_the_same_for_both() {
        Random chance = new Random(12);
        for (int i = 0; i < 2_000; i++) {
            Personality a = People.personality(chance);
            Personality b = People.personality(chance);
            Score score = Scoring.score(a, b);

            assertThat(Explanation.of(a, b, score)).isEqualTo(Explanation.of(b, a, score));
        }
    }

    private static Personality with(Personality p, double extraversion) {
        double[] traits = {p.openness().value(), 0.6, extraversion, 0.75, 0.3};
        return person(traits, p.humorStyle(), p.loveLanguage(), p.attachmentStyle(), p.interests(), p.values());
    }

    private static Personality withoutInterests(Personality p) {
        double[] traits = {0.85, 0.6, 0.4, 0.75, 0.3};
        return person(traits, p.humorStyle(), p.loveLanguage(), p.attachmentStyle(), List.of(), p.values());
    }

    private static Personality person(
            double[] t,
            HumorStyle humor,
            LoveLanguage love,
            AttachmentStyle attachment,
            List<String> interests,
            List<String> values) {
        return new Personality(
                new UnitInterval(t[0]),
                new UnitInterval(t[1]),
                new UnitInterval(t[2]),
                new UnitInterval(t[3]),
                new UnitInterval(t[4]),
                humor,
                love,
                attachment,
                interests,
                values);
    }
}
