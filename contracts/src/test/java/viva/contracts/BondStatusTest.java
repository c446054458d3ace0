package viva.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BondStatusTest {
    @Test
    void codes_and_labels_never_change() {
        assertThat(Arrays.stream(BondStatus.values()).map(status -> status.code() + " " + status.label()))
                .containsExactly(
                        "0 strangers",
                        "1 acquaintances",
                        "2 friends",
                        "3 close_friends",
                        "4 best_friends",
                        "5 crush",
                        "6 mutual_crush",
                        "7 dating",
                        "8 partners",
                        "9 complicated",
                        "10 ex");
    }

    @Test
    void it_is_read_by_its_code_its_label_and_the_name_in_a_journal() {
        for (BondStatus status : BondStatus.values()) {
            assertThat(BondStatus.ofCode(status.code())).isEqualTo(status);
            assertThat(BondStatus.of(status.label())).isEqualTo(status);
            assertThat(BondStatus.of(status.name())).isEqualTo(status);
        }
    }

    @Test
    void what_is_no_status_is_refused() {
        assertThatThrownBy(() -> BondStatus.of("something_new")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BondStatus.ofCode((byte) 11)).hasMessage("must be in [0,10]: bond status = 11");
        assertThat(BondStatus.ifKnown("something_new")).isEmpty();
        assertThat(BondStatus.ifKnown(null)).isEmpty();
    }
}
