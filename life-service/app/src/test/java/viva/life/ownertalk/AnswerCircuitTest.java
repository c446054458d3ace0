package viva.life.ownertalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viva.contracts.MessageId;

class AnswerCircuitTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final AnswerCircuit circuit = new AnswerCircuit(2, Duration.ofSeconds(15));

    private void miss() {
        circuit.missed(new MessageId(UUID.randomUUID()), NOW);
    }

    @Test
    void one_missed_deadline_is_forgiven() {
        miss();

        assertThat(circuit.admits(NOW)).isTrue();
        assertThat(circuit.isOpen()).isFalse();
    }

    @Test
    void after_two_in_a_row_one_request_in_a_while_is_let_through() {
        miss();
        miss();

        assertThat(circuit.admits(NOW.plusSeconds(14))).isFalse();
        assertThat(circuit.admits(NOW.plusSeconds(15))).isTrue();
        assertThat(circuit.admits(NOW.plusSeconds(16))).isFalse();
        assertThat(circuit.admits(NOW.plusSeconds(30))).isTrue();
    }

    @Test
    void words_in_time_close_it() {
        miss();
        circuit.answered();
        miss();
        assertThat(circuit.isOpen()).isFalse();
        miss();
        assertThat(circuit.isOpen()).isTrue();

        circuit.answered();

        assertThat(circuit.admits(NOW)).isTrue();
        assertThat(circuit.admits(NOW)).isTrue();
    }

    @Test
    void a_deadline_that_is_told_twice_counts_once() {
        MessageId message = new MessageId(UUID.randomUUID());
        circuit.missed(message, NOW);
        circuit.missed(message, NOW);

        assertThat(circuit.isOpen()).isFalse();
    }
}
