package viva.relationship.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static viva.relationship.bond.Bonds.PARAMETERS;
import static viva.relationship.bond.Bonds.hour;
import static viva.relationship.bond.Bonds.strangers;
import static viva.relationship.bond.Bonds.with;
import static viva.relationship.bond.Talks.FLIRT;
import static viva.relationship.bond.Talks.ORDINARY;
import static viva.relationship.bond.Talks.QUARREL;
import static viva.relationship.bond.Talks.deciding;
import static viva.relationship.bond.Talks.steps;
import static viva.relationship.bond.Talks.talk;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.BondStatus;
import viva.contracts.ConversationOutcome;

class MeetingTest {
    @Test
    void talking_twice_a_day_makes_acquaintances_in_a_day_friends_in_a_week_and_close_friends_in_a_month() {
        assertThat(daysUntil(BondStatus.ACQUAINTANCES)).isLessThanOrEqualTo(1);
        assertThat(daysUntil(BondStatus.FRIENDS)).isBetween(6.0, 11.0);
        assertThat(daysUntil(BondStatus.CLOSE_FRIENDS)).isBetween(18.0, 35.0);
    }

    @Test
    void each_side_feels_what_it_made_of_the_talk() {
        ConversationOutcome lopsided = new ConversationOutcome(8, 0.4, 0.5, 0.9, 0.2, 0.5, 0, 0.2, 0.7, null, -1, null);
        Bond before = with(BondStatus.ACQUAINTANCES, 0.3, 0.5, 0.4, 0.2);

        Bond after = before.meet(new Meeting(Side.SECOND, lopsided), hour(0), PARAMETERS)
                .getLast()
                .after();

        assertThat(after.second().affection().value()).isGreaterThan(0.4);
        assertThat(after.second().attraction().value()).isGreaterThan(0.2);
        assertThat(after.first().affection().value()).isLessThan(0.4);
        assertThat(after.first().attraction().value()).isEqualTo(0.2);
    }

    @Test
    void two_talks_at_once_make_as_familiar_as_one_that_is_as_long() {
        ConversationOutcome longer = new ConversationOutcome(11, 0.4, 0.6, 0.6, 0.6, 0, 0, 0.3, 0.7, null, -1, null);
        ConversationOutcome begin = new ConversationOutcome(4, 0.4, 0.6, 0.6, 0.6, 0, 0, 0.3, 0.7, null, -1, null);
        ConversationOutcome end = new ConversationOutcome(7, 0.4, 0.6, 0.6, 0.6, 0, 0, 0.3, 0.7, null, -1, null);

        Bond once = talk(strangers(), longer, 0);
        Bond twice = talk(talk(strangers(), begin, 0), end, 0);

        assertThat(twice.shared().familiarity().value())
                .isCloseTo(once.shared().familiarity().value(), within(1e-12));
    }

    @Test
    void depth_makes_familiar_faster() {
        ConversationOutcome small = new ConversationOutcome(8, 0, 0.6, 0.6, 0.6, 0, 0, 0, 0.7, null, -1, null);
        ConversationOutcome deep = new ConversationOutcome(8, 1, 0.6, 0.6, 0.6, 0, 0, 0, 0.7, null, -1, null);

        assertThat(talk(strangers(), deep, 0).shared().familiarity())
                .isGreaterThan(talk(strangers(), small, 0).shared().familiarity());
    }

    @Test
    void trust_grows_most_when_somebody_shows_themselves_and_is_understood() {
        assertThat(trustAfter(0.9, 0.9, 0)).isGreaterThan(trustAfter(0.9, 0, 0));
        assertThat(trustAfter(0.9, 0, 0)).isGreaterThan(trustAfter(0.1, 0, 0));
        assertThat(trustAfter(0.2, 0.2, 0.8)).isLessThan(0.5);
    }

    @Test
    void attraction_fades_with_time_and_only_flirtation_feeds_it() {
        Bond drawn = with(BondStatus.FRIENDS, 0.7, 0.7, 0.7, 0.4);

        assertThat(talk(drawn, ORDINARY, 0).first().attraction().value()).isEqualTo(0.4);
        assertThat(talk(drawn, ORDINARY, 30 * 24).first().attraction().value()).isCloseTo(0.2, within(1e-9));
        assertThat(talk(talk(drawn, ORDINARY, 200), ORDINARY, 30 * 24)
                        .first()
                        .attraction()
                        .value())
                .isCloseTo(0.2, within(1e-9));
        assertThat(talk(drawn, FLIRT, 0).first().attraction().value()).isGreaterThan(0.4);
    }

    @Test
    void who_flirts_for_weeks_falls_in_love() {
        Bond bond = with(BondStatus.FRIENDS, 0.6, 0.6, 0.4, 0);

        for (int talks = 1; talks <= 28; talks++) {
            bond = talk(bond, FLIRT, talks * 12);
        }

        assertThat(bond.status()).isEqualTo(BondStatus.MUTUAL_CRUSH);
    }

    @Test
    void a_week_of_quarrels_strains_what_three_good_weeks_made() {
        Bond bond = strangers();
        for (int talks = 1; talks <= 42; talks++) {
            bond = talk(bond, ORDINARY, talks * 12);
        }
        Bond good = bond;
        for (int talks = 43; talks <= 56; talks++) {
            bond = talk(bond, QUARREL, talks * 12);
        }

        assertThat(good.status()).isIn(BondStatus.FRIENDS, BondStatus.CLOSE_FRIENDS);
        assertThat(bond.status()).isEqualTo(BondStatus.COMPLICATED);
        assertThat(bond.shared().trust()).isLessThan(good.shared().trust());
        assertThat(bond.first().affection()).isLessThan(good.first().affection());
    }

    @Test
    void one_cross_word_strains_nothing() {
        Bond bond = with(BondStatus.FRIENDS, 0.6, 0.6, 0.4, 0);

        assertThat(talk(bond, QUARREL, 0).status()).isEqualTo(BondStatus.FRIENDS);
    }

    @Test
    void a_yes_makes_dates_of_those_who_love_each_other() {
        assertThat(steps(with(BondStatus.MUTUAL_CRUSH, 0.8, 0.8, 0.8, 0.8), deciding(FLIRT, "yes_to_dating"), 1))
                .singleElement()
                .satisfies(step -> assertThat(step.milestone()).contains(Milestone.STARTED_DATING));
    }

    @Test
    void a_yes_in_the_talk_that_kindled_it_is_a_second_step() {
        Bond nearly = with(BondStatus.CRUSH, 0.8, 0.8, 0.8, 0.59);

        assertThat(steps(nearly, deciding(FLIRT, "yes_to_dating"), 0))
                .extracting(step -> step.after().status())
                .containsExactly(BondStatus.MUTUAL_CRUSH, BondStatus.DATING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes_to_dating", "break_up", "elopement"})
    void a_decision_without_a_step_is_only_a_talk(String turningPoint) {
        Bond friends = with(BondStatus.FRIENDS, 0.6, 0.6, 0.4, 0);

        assertThat(steps(friends, deciding(ORDINARY, turningPoint), 1)).isEqualTo(steps(friends, ORDINARY, 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"DATING", "PARTNERS"})
    void a_couple_that_breaks_up_in_a_quarrel_is_not_complicated_first(BondStatus couple) {
        Bond bond = with(couple, 0.9, 0.6, 0.5, 0.7);
        ConversationOutcome worst = new ConversationOutcome(6, 0.3, 0, 0, 0, 0, 1, 0, 0.5, null, -1, null);

        assertThat(talk(bond, worst, 1).status()).isEqualTo(BondStatus.COMPLICATED);
        assertThat(steps(bond, deciding(worst, "break_up"), 1))
                .singleElement()
                .satisfies(step -> assertThat(step.after().status()).isEqualTo(BondStatus.EX));
    }

    @Test
    void a_no_hurts_the_one_who_asked() {
        Bond bond = with(BondStatus.CRUSH, 0.8, 0.7, 0.7, 0.7);

        Bond refused = talk(bond, deciding(ORDINARY, "no_to_dating"), 0);

        assertThat(refused.first().attraction().value()).isCloseTo(0.42, within(1e-9));
        assertThat(refused.first().affection().value()).isBetween(0.55, 0.65);
        assertThat(refused.second().attraction().value()).isEqualTo(0.7);
        assertThat(refused.second().affection().value()).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_they_say_numbers_stay_in_their_range_and_statuses_on_their_edges(long seed) {
        Random chance = new Random(seed);
        Bond bond = strangers();
        double hours = 0;

        for (int talks = 1; talks <= 2_500; talks++) {
            hours += chance.nextInt(48);
            Side host = chance.nextBoolean() ? Side.FIRST : Side.SECOND;
            for (Evolution step : bond.meet(new Meeting(host, Talks.any(chance)), hour(hours), PARAMETERS)) {
                assertThat(step.before().status() == step.after().status()
                                || StatusWalkTest.EDGES
                                        .get(step.before().status())
                                        .contains(step.after().status()))
                        .as(
                                "seed %d: %s to %s",
                                seed, step.before().status(), step.after().status())
                        .isTrue();
                bond = step.after();
            }
            assertThat(bond.history().encounters()).isEqualTo(talks);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void a_number_out_of_its_range_is_no_meeting(double enjoyment) {
        ConversationOutcome odd = new ConversationOutcome(8, 0, 0, enjoyment, 0, 0, 0, 0, 0, null, -1, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Meeting(Side.FIRST, odd))
                .withMessageContaining("host enjoyment");
    }

    /** World days until two who talk every twelve hours, and have ordinary talks, first are this to each other. */
    private static double daysUntil(BondStatus status) {
        Bond bond = strangers();
        for (int talks = 1; talks <= 200; talks++) {
            bond = talk(bond, ORDINARY, talks * 12);
            if (bond.status() == status) {
                return talks / 2.0;
            }
        }
        throw new AssertionError("never " + status);
    }

    private static double trustAfter(double understanding, double vulnerability, double conflict) {
        ConversationOutcome talk = new ConversationOutcome(
                8, 0.4, understanding, 0.6, 0.6, 0, conflict, vulnerability, 0.7, null, -1, null);
        return talk(strangers(), talk, 0).shared().trust().value();
    }
}
