package viva.relationship.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static viva.relationship.bond.Bonds.ANA;
import static viva.relationship.bond.Bonds.BEN;
import static viva.relationship.bond.Bonds.PARAMETERS;
import static viva.relationship.bond.Bonds.hour;
import static viva.relationship.bond.Bonds.meet;
import static viva.relationship.bond.Bonds.strangers;
import static viva.relationship.bond.Bonds.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.contracts.BondStatus;

class BondTest {
    @Test
    void a_pair_has_one_form_and_two_sides() {
        Pair pair = Pair.of(BEN, ANA);

        assertThat(pair).isEqualTo(Pair.of(ANA, BEN));
        assertThat(pair.on(pair.sideOf(BEN))).isEqualTo(BEN);
        assertThat(pair.on(pair.sideOf(BEN).other())).isEqualTo(ANA);
        assertThatIllegalArgumentException().isThrownBy(() -> Pair.of(ANA, ANA));
    }

    @Test
    void trust_starts_at_one_half_and_everything_else_at_nothing() {
        Bond bond = strangers();

        assertThat(bond.shared().trust().value()).isEqualTo(0.5);
        assertThat(bond.shared().familiarity().value()).isZero();
        assertThat(bond.stance(Side.FIRST)).isEqualTo(Stance.NEW);
        assertThat(bond.status()).isEqualTo(BondStatus.STRANGERS);
    }

    @Test
    void affection_and_attraction_are_of_the_side_that_the_encounter_is_told_from() {
        Bond bond = strangers()
                .evolve(Side.SECOND, new Deltas(0.1, 0.2, 0.3, 0.4), hour(1), PARAMETERS)
                .after();

        assertThat(bond.shared().familiarity().value()).isEqualTo(0.1);
        assertThat(bond.shared().trust().value()).isEqualTo(0.7);
        assertThat(bond.second().affection().value()).isEqualTo(0.3);
        assertThat(bond.second().attraction().value()).isEqualTo(0.4);
        assertThat(bond.first().affection().value()).isZero();
        assertThat(bond.first().attraction().value()).isZero();
    }

    @Test
    void numbers_stay_in_their_range() {
        Bond high = meet(meet(strangers(), 1, 1, 1, 1, 0), 1, 1, 1, 1, 0);
        Bond low = meet(strangers(), -1, -1, -1, -1, 0);

        assertThat(high.shared().familiarity().value()).isEqualTo(1);
        assertThat(high.shared().trust().value()).isEqualTo(1);
        assertThat(low.shared().trust().value()).isZero();
        assertThat(low.first().affection().value()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 1.01, -1.01, Double.POSITIVE_INFINITY})
    void a_change_that_is_no_number_or_too_large_is_refused(double delta) {
        assertThat(Deltas.isLegal(delta)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deltas(0, delta, 0, 0))
                .withMessageContaining("trust = " + delta);
    }

    @Test
    void feelings_follow_the_numbers_slowly_and_each_side_has_its_own() {
        Bond once = meet(strangers(), 0.5, 0.5, 1, 1, 0);
        Bond often = once;
        for (int i = 0; i < 40; i++) {
            often = meet(often, 0, 0, 0, 0, 0);
        }

        assertThat(once.first().feelings().romanticInterest().value()).isEqualTo(0.3);
        assertThat(often.first().feelings().romanticInterest().value()).isCloseTo(1, within(1e-5));
        assertThat(often.second().feelings().romanticInterest().value()).isZero();
        assertThat(often.first().feelings().jealousy().value()).isCloseTo(0, within(1e-5));
    }

    @Test
    void familiarity_fades_without_contact_but_not_to_nothing_and_slower_in_old_ties() {
        Bond young = meet(strangers(), 0.9, 0, 0, 0, 0);
        Bond old = meet(meet(strangers(), 0.1, 0, 0, 0, 0), 0.9, 0, 0, 0, 8760);

        double youngFaded = young.familiarityAt(hour(720), PARAMETERS);
        double oldFaded = old.familiarityAt(hour(8760 + 720), PARAMETERS);

        // one scale after the last contact: 0.1·0.9 + 0.9·0.9·2^(-0.8)
        assertThat(youngFaded).isCloseTo(0.5552, within(1e-4));
        assertThat(oldFaded / old.shared().familiarity().value()).isGreaterThan(youngFaded / 0.9);
        assertThat(young.familiarityAt(hour(1e7), PARAMETERS)).isCloseTo(0.09, within(0.01));
    }

    @Test
    void reading_a_bond_in_between_changes_nothing() {
        Bond bond = meet(strangers(), 0.9, 0, 0, 0, 0);
        double before = bond.familiarityAt(hour(500), PARAMETERS);

        bond.familiarityAt(hour(100), PARAMETERS);

        assertThat(bond.familiarityAt(hour(500), PARAMETERS)).isEqualTo(before);
    }

    @Test
    void a_clock_that_goes_back_does_not_make_a_bond_younger() {
        Bond bond = meet(strangers(), 0.5, 0, 0, 0, 100);

        Bond late = meet(bond, 0.1, 0, 0, 0, 50);

        assertThat(late.history().lastContact()).isEqualTo(hour(100));
        assertThat(late.shared().familiarity().value()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void what_happened_is_half_forgotten_after_two_weeks() {
        Bond bond = meet(strangers(), 0, -0.4, 0.2, 0, 0);

        Affect later = meet(bond, 0, 0, 0, 0, 14 * 24).shared().affect();

        assertThat(later.negative()).isCloseTo(0.2, within(1e-12));
        assertThat(later.positive()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void a_one_sided_crush_is_known_only_to_the_one_who_feels_it() {
        Evolution evolution = with(BondStatus.FRIENDS, 0.6, 0.7, 0.5, 0.1)
                .evolve(Side.SECOND, new Deltas(0, 0, 0, 0.6), hour(1), PARAMETERS);

        assertThat(evolution.after().status()).isEqualTo(BondStatus.CRUSH);
        assertThat(evolution.after().statusSeenBy(Side.SECOND)).isEqualTo(BondStatus.CRUSH);
        assertThat(evolution.after().statusSeenBy(Side.FIRST)).isEqualTo(BondStatus.FRIENDS);
        assertThat(evolution.milestone()).contains(Milestone.FIRST_CRUSH);
        assertThat(evolution.concerns(Side.SECOND, Milestone.FIRST_CRUSH)).isTrue();
        assertThat(evolution.concerns(Side.FIRST, Milestone.FIRST_CRUSH)).isFalse();
    }

    @Test
    void a_milestone_is_reached_once() {
        Bond bond = strangers();

        Evolution met = bond.evolve(Side.FIRST, new Deltas(0.1, 0, 0, 0), hour(0), PARAMETERS);
        Evolution lost = met.after().evolve(Side.FIRST, new Deltas(-0.1, 0, 0, 0), hour(0), PARAMETERS);
        Evolution again = lost.after().evolve(Side.FIRST, new Deltas(0.1, 0, 0, 0), hour(0), PARAMETERS);

        assertThat(met.milestone()).contains(Milestone.BECAME_ACQUAINTANCES);
        assertThat(lost.after().status()).isEqualTo(BondStatus.STRANGERS);
        assertThat(lost.milestone()).isEmpty();
        assertThat(again.after().status()).isEqualTo(BondStatus.ACQUAINTANCES);
        assertThat(again.milestone()).isEmpty();
    }
}
