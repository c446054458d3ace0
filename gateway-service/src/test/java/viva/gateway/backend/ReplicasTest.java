package viva.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class ReplicasTest {
    private static final String A = "a";
    private static final String B = "b";

    private final Map<String, Throwable> failures = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private long now;

    @Test
    void a_read_that_finds_a_replica_gone_is_answered_by_the_other_and_the_gone_one_rests() {
        Replicas<String> replicas = replicas(A, B);
        failures.put(A, new ProcessingException(new ConnectException("Connection refused")));

        assertThat(read(replicas)).isEqualTo(B);
        assertThat(read(replicas)).isEqualTo(B);
        assertThat(read(replicas)).isEqualTo(B);
        assertThat(asked).containsExactly(A, B, B, B);

        failures.clear();
        now += Duration.ofSeconds(5).toNanos();
        read(replicas);
        read(replicas);
        assertThat(asked.subList(4, 6)).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void a_read_whose_replica_dies_is_unavailable_or_silent_goes_to_the_other() {
        for (Throwable failure : List.of(
                new ProcessingException(new HttpClosedException("Connection was closed")),
                new WebApplicationException(503),
                new TimeoutException())) {
            failures.put(A, failure);

            assertThat(read(replicas(A, B))).isEqualTo(B);
        }
    }

    @Test
    void a_read_fails_over_once_and_no_more() {
        failures.put(A, new WebApplicationException(503));
        failures.put(B, new WebApplicationException(503));
        failures.put("c", new WebApplicationException(503));
        Replicas<String> replicas = replicas(A, B, "c");

        assertThatThrownBy(() -> read(replicas)).isInstanceOf(WebApplicationException.class);

        assertThat(asked).hasSize(2);
    }

    @Test
    void what_a_replica_answers_is_an_answer_also_when_it_is_a_refusal() {
        failures.put(A, new WebApplicationException(404));
        failures.put(B, new WebApplicationException(404));

        assertThatThrownBy(() -> read(replicas(A, B))).isInstanceOf(WebApplicationException.class);

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_full_pool_of_our_own_is_nobody_else_s_fault() {
        Replicas<String> replicas = replicas(A, B);
        failures.put(A, new ProcessingException(new ConnectionPoolTooBusyException("full")));

        assertThatThrownBy(() -> read(replicas)).isInstanceOf(ProcessingException.class);

        failures.clear();
        read(replicas);
        read(replicas);
        assertThat(asked).contains(A, B);
    }

    @Test
    void behind_the_only_address_another_process_is_looked_for_once() {
        Replicas<String> only = replicas(A);
        failures.put(A, new ProcessingException(new HttpClosedException("Connection was closed")));

        assertThatThrownBy(() -> read(only)).isInstanceOf(ProcessingException.class);
        assertThat(asked).containsExactly(A, A);

        failures.put(A, new WebApplicationException(503));
        assertThatThrownBy(() -> read(only)).isInstanceOf(WebApplicationException.class);
        assertThat(asked).hasSize(3);
    }

    @Test
    void a_change_goes_to_the_other_only_when_it_reached_nobody() {
        failures.put(A, new ProcessingException(new ConnectException("Connection refused")));
        assertThat(change(replicas(A, B))).isEqualTo(B);

        failures.put(A, new ProcessingException(new HttpClosedException("Connection was closed")));
        assertThatThrownBy(() -> change(replicas(A, B))).isInstanceOf(ProcessingException.class);
    }

    private Replicas<String> replicas(String... names) {
        return new Replicas<>(List.of(names), new ReplicaChoice(names.length, Duration.ofSeconds(5)), () -> now);
    }

    private String read(Replicas<String> replicas) {
        return replicas.read(this::ask).await().atMost(Duration.ofSeconds(10));
    }

    private String change(Replicas<String> replicas) {
        return replicas.change(this::ask).await().atMost(Duration.ofSeconds(10));
    }

    private Uni<String> ask(String replica) {
        asked.add(replica);
        Throwable failure = failures.get(replica);
        return failure == null
                ? Uni.createFrom().item(replica)
                : Uni.createFrom().failure(failure);
    }
}
