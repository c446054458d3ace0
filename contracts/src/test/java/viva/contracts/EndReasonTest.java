package viva.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EndReasonTest {
    @Test
    void labels_never_change() {
        assertThat(Arrays.stream(EndReason.values()).map(EndReason::label))
                .containsExactlyInAnyOrder(
                        "goodbye",
                        "cut_short",
                        "owner_ended",
                        "partner_gone",
                        "partner_rests",
                        "parted",
                        "no_longer_waiting",
                        "gone",
                        "resting",
                        "not_available",
                        "blocked",
                        "too_late",
                        "no_answer",
                        "asleep",
                        "in_conversation",
                        "exhausted",
                        "asked_first",
                        "exploring",
                        "reflecting",
                        "distracted",
                        "going_to_bed",
                        "hurt",
                        "wants_to_be_alone",
                        "not_in_the_mood",
                        "other");
        assertThat(Arrays.stream(DepartureReason.values()).map(DepartureReason::label))
                .containsExactlyInAnyOrder("gone", "resting", "parted", "blocked");
    }

    @Test
    void every_label_is_read_back() {
        for (EndReason reason : EndReason.values()) {
            assertThat(EndReason.of(reason.label())).isEqualTo(reason);
        }
        for (DepartureReason reason : DepartureReason.values()) {
            assertThat(DepartureReason.of(reason.label())).isEqualTo(reason);
        }
    }

    @Test
    void a_label_of_another_release_is_still_read() {
        assertThat(EndReason.of("washes_its_hair")).isEqualTo(EndReason.OTHER);
        assertThat(DepartureReason.of("moved_away")).isEqualTo(DepartureReason.PARTED);
    }
}
