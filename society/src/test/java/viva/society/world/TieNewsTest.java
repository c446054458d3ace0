package viva.society.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import viva.contracts.BondStatus;
import viva.life.tie.TieNews;
import viva.relationship.bond.Milestone;

/** Both services must mean the same by a step of a bond. */
class TieNewsTest {
    @Test
    void an_avatar_tells_of_a_step_what_the_relationship_service_calls_a_milestone() {
        for (BondStatus from : BondStatus.values()) {
            for (BondStatus to : BondStatus.values()) {
                if (from != to) {
                    assertThat(TieNews.of(from, to).map(TieNews::label))
                            .as(from + " to " + to)
                            .isEqualTo(Milestone.of(from, to).map(Milestone::label));
                }
            }
        }
    }

    @Test
    void what_stays_as_it_was_is_no_news() {
        for (BondStatus status : BondStatus.values()) {
            assertThat(TieNews.of(status, status)).isEmpty();
        }
    }
}
