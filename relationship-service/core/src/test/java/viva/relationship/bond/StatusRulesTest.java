package viva.relationship.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.relationship.bond.Bonds.PARAMETERS;
import static viva.relationship.bond.Bonds.hour;
import static viva.relationship.bond.Bonds.meet;
import static viva.relationship.bond.Bonds.strangers;
import static viva.relationship.bond.Bonds.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viva.contracts.BondStatus;

class StatusRulesTest {
    @Test
    void strangers_become_acquaintances_and_one_step_at_a_time_best_friends() {
        Bond acquaintances = meet(strangers(), 1, 0.5, 1, 0, 0);
        Bond friends = meet(acquaintances, 0, 0, 0, 0, 0);
        Bond close = meet(friends, 0, 0, 0, 0, 0);
        Bond best = meet(with(BondStatus.CLOSE_FRIENDS, 0.94, 0.8, 0.8, 0), 0.01, 0, 0, 0, 0);

        assertThat(acquaintances.status()).isEqualTo(BondStatus.ACQUAINTANCES);
        assertThat(friends.status()).isEqualTo(BondStatus.FRIENDS);
        assertThat(close.status()).isEqualTo(BondStatus.CLOSE_FRIENDS);
        assertThat(best.status()).isEqualTo(BondStatus.BEST_FRIENDS);
    }

    @Test
    void friends_who_never_meet_are_acquaintances_when_they_meet_again() {
        Bond friends = with(BondStatus.FRIENDS, 0.55, 0.6, 0.4, 0);

        assertThat(meet(friends, 0, 0, 0, 0, 24).status()).isEqualTo(BondStatus.FRIENDS);
        assertThat(meet(friends, 0, 0, 0, 0, 24 * 90).status()).isEqualTo(BondStatus.ACQUAINTANCES);
    }

    @ParameterizedTest
    @EnumSource(names = {"FRIENDS", "CLOSE_FRIENDS", "BEST_FRIENDS"})
    void any_friend_may_fall_in_love(BondStatus friends) {
        assertThat(meet(with(friends, 1, 1, 1, 0), 0, 0, 0, 0.6, 0).status()).isEqualTo(BondStatus.CRUSH);
    }

    @Test
    void acquaintances_do_not_fall_in_love() {
        assertThat(meet(with(BondStatus.ACQUAINTANCES, 0.2, 0.6, 0.4, 0), 0, 0, 0, 1, 0)
                        .status())
                .isEqualTo(BondStatus.ACQUAINTANCES);
    }

    @Test
    void love_returned_is_mutual_and_fades_the_way_it_came() {
        Bond crush = meet(with(BondStatus.CRUSH, 1, 1, 1, 0.59), 0, 0, 0, 0.1, 0);
        Bond mutual = crush.evolve(Side.SECOND, new Deltas(0, 0, 0, 0.1), hour(0), PARAMETERS)
                .after();
        Bond fading = meet(mutual, 0, 0, 0, -0.3, 0);
        Bond faded = fading.evolve(Side.SECOND, new Deltas(0, 0, 0, -0.3), hour(0), PARAMETERS)
                .after();

        assertThat(crush.status()).isEqualTo(BondStatus.CRUSH);
        assertThat(mutual.status()).isEqualTo(BondStatus.MUTUAL_CRUSH);
        assertThat(fading.status()).isEqualTo(BondStatus.CRUSH);
        assertThat(faded.status()).isEqualTo(BondStatus.FRIENDS);
    }

    @Test
    void only_a_yes_makes_dates() {
        Bond mutual = with(BondStatus.MUTUAL_CRUSH, 1, 1, 1, 1);

        assertThat(meet(mutual, 1, 1, 1, 1, 1000).status()).isEqualTo(BondStatus.MUTUAL_CRUSH);
        assertThat(mutual.decide(TurningPoint.YES_TO_DATING, hour(1)))
                .hasValueSatisfying(yes -> assertThat(yes.after().status()).isEqualTo(BondStatus.DATING));
        assertThat(with(BondStatus.FRIENDS, 1, 1, 1, 1).decide(TurningPoint.YES_TO_DATING, hour(1)))
                .isEmpty();
    }

    @Test
    void a_couple_whose_commitment_holds_for_two_weeks_are_partners() {
        Bond dating = meet(with(BondStatus.DATING, 1, 0.8, 0.8, 0.8), 0, 0, 0, 0, 1);

        assertThat(meet(dating, 0, 0, 0, 0, 14 * 24).status()).isEqualTo(BondStatus.DATING);
        assertThat(meet(dating, 0, 0, 0, 0, 14 * 24 + 1).status()).isEqualTo(BondStatus.PARTNERS);
    }

    @Test
    void a_commitment_that_broke_in_between_begins_anew() {
        Bond dating = meet(with(BondStatus.DATING, 1, 0.8, 0.8, 0.8), 0, 0, 0, 0, 1);

        Bond broken = meet(meet(dating, 0, 0.2, 0, 0, 2), 0, -0.6, 0, 0, 24 * 7);

        assertThat(broken.standing().committedSince()).isNull();
        assertThat(meet(broken, 0, 0.3, 0, 0, 24 * 15).status()).isNotEqualTo(BondStatus.PARTNERS);
    }

    @ParameterizedTest
    @EnumSource(names = {"FRIENDS", "CLOSE_FRIENDS", "BEST_FRIENDS", "CRUSH", "MUTUAL_CRUSH", "DATING", "PARTNERS"})
    void more_bad_than_good_is_complicated(BondStatus status) {
        Bond hurt = meet(with(status, 1, 1, 1, 0.6), 0, -0.2, 0, 0, 0);

        assertThat(hurt.status()).isEqualTo(BondStatus.COMPLICATED);
        assertThat(hurt.history().conflicts()).isEqualTo(1);
    }

    @Test
    void friends_repair_to_friends_and_couples_to_dating() {
        Bond friends = meet(with(BondStatus.FRIENDS, 1, 1, 1, 0), 0, -0.2, 0, 0, 0);
        Bond couple = meet(with(BondStatus.PARTNERS, 1, 1, 1, 1), 0, -0.2, 0, 0, 0);

        assertThat(meet(friends, 0, 0.3, 0, 0, 0).status()).isEqualTo(BondStatus.COMPLICATED);
        assertThat(meet(friends, 0, 0.4, 0, 0, 0).status()).isEqualTo(BondStatus.FRIENDS);
        assertThat(meet(couple, 0, 0.4, 0, 0, 0).status()).isEqualTo(BondStatus.DATING);
    }

    @Test
    void estranged_friends_who_do_not_meet_drift_apart() {
        Bond estranged = meet(with(BondStatus.FRIENDS, 0.46, 0.6, 0.5, 0), 0, -0.2, 0, 0, 0);

        assertThat(meet(estranged, 0, -0.1, 0, 0, 24 * 365).status()).isEqualTo(BondStatus.STRANGERS);
    }

    @ParameterizedTest
    @EnumSource(names = {"DATING", "PARTNERS"})
    void a_couple_parts_by_decision_or_when_trust_is_gone(BondStatus couple) {
        Bond bond = with(couple, 1, 0.5, 1, 1);

        assertThat(bond.decide(TurningPoint.BREAK_UP, hour(1)))
                .hasValueSatisfying(end -> assertThat(end.after().status()).isEqualTo(BondStatus.EX));
        assertThat(meet(bond, 0, -0.45, 0, 0, 1).status()).isEqualTo(BondStatus.EX);
        assertThat(with(BondStatus.FRIENDS, 1, 1, 1, 1).decide(TurningPoint.BREAK_UP, hour(1)))
                .isEmpty();
    }

    @Test
    void an_ex_becomes_a_friend_only_after_a_while() {
        Bond ex = with(BondStatus.EX, 0.9, 0.7, 0.7, 0.2);

        assertThat(meet(ex, 0, 0.1, 0, 0, 13 * 24).status()).isEqualTo(BondStatus.EX);
        assertThat(meet(ex, 0, 0.1, 0, 0, 14 * 24).status()).isEqualTo(BondStatus.FRIENDS);
        assertThat(meet(with(BondStatus.EX, 0.3, 0.7, 0.7, 0), 0, 0, 0, 0, 24 * 365)
                        .status())
                .isEqualTo(BondStatus.STRANGERS);
    }
}
