package viva.platform.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class InternalCallsTest {
    @Test
    void with_a_key_only_callers_that_show_it_are_let_in_wherever_they_are() {
        Optional<String> key = Optional.of("secret");

        assertThat(InternalCalls.isAllowed(key, "secret", false)).isTrue();
        assertThat(InternalCalls.isAllowed(key, "guess", true)).isFalse();
        assertThat(InternalCalls.isAllowed(key, null, true)).isFalse();
    }

    @Test
    void without_a_key_only_callers_on_the_same_machine_are_let_in() {
        assertThat(InternalCalls.isAllowed(Optional.empty(), null, true)).isTrue();
        assertThat(InternalCalls.isAllowed(Optional.empty(), "secret", false)).isFalse();
    }
}
