package viva.relationship.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.relationship.bond.Bonds.ANA;
import static viva.relationship.bond.Bonds.BEN;
import static viva.relationship.bond.Bonds.strangers;
import static viva.relationship.bond.Bonds.with;
import static viva.relationship.bond.Talks.ORDINARY;
import static viva.relationship.bond.Talks.steps;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.BondStatus;
import viva.contracts.ConversationId;
import viva.contracts.message.BondChangedV1;
import viva.contracts.message.BondEvent;
import viva.contracts.message.BondFormedV1;
import viva.contracts.message.MilestoneReachedV1;

class EvolutionTest {
    private static final ConversationId TALK = new ConversationId(new UUID(1, 1));

    @Test
    void both_sides_of_a_new_bond_are_told_that_it_formed_and_what_it_is() {
        Evolution first = steps(strangers(), ORDINARY, 0).getFirst();

        for (Side side : Side.values()) {
            assertThat(told(first, side))
                    .hasAtLeastOneElementOfType(BondFormedV1.class)
                    .hasAtLeastOneElementOfType(BondChangedV1.class);
        }
    }

    @Test
    void nobody_is_told_again_that_a_bond_formed() {
        Bond known = steps(strangers(), ORDINARY, 0).getLast().after();

        assertThat(told(steps(known, ORDINARY, 3).getLast(), Side.FIRST))
                .doesNotHaveAnyElementsOfTypes(BondFormedV1.class);
    }

    @Test
    void a_crush_is_told_to_the_one_who_feels_it_alone() {
        Bond friends = with(BondStatus.FRIENDS, .5, .5, .5, 0);
        Bond drawn = with(BondStatus.CRUSH, .5, .5, .5, .9);
        Bond crush = new Bond(
                drawn.pair(), drawn.standing(), drawn.shared(), drawn.first(), friends.second(), drawn.history());
        Evolution evolution = new Evolution(friends, crush);

        assertThat(told(evolution, Side.FIRST))
                .contains(new MilestoneReachedV1(ANA, BEN, Milestone.FIRST_CRUSH.label()));
        assertThat(told(evolution, Side.SECOND)).doesNotHaveAnyElementsOfTypes(MilestoneReachedV1.class);
        assertThat(statusTold(evolution, Side.FIRST)).isEqualTo(BondStatus.CRUSH);
        assertThat(statusTold(evolution, Side.SECOND)).isEqualTo(BondStatus.FRIENDS);
    }

    private static BondStatus statusTold(Evolution evolution, Side side) {
        return told(evolution, side).stream()
                .filter(BondChangedV1.class::isInstance)
                .map(BondChangedV1.class::cast)
                .map(BondChangedV1::status)
                .findFirst()
                .orElseThrow();
    }

    private static List<BondEvent> told(Evolution evolution, Side side) {
        return evolution.told(2, TALK).parts().stream()
                .filter(event -> event.avatarId().equals(side == Side.FIRST ? ANA : BEN))
                .toList();
    }
}
