package viva.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viva.platform.service.problem.OperatingFailures;
import viva.platform.service.problem.Rejected;

class BackendTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final OperatingFailures operating = new OperatingFailures(new SimpleMeterRegistry());
    private final Failures failures = new Failures("avatar", new ObjectMapper(), operating);

    @Test
    void a_question_that_is_not_answered_in_time_is_cancelled_and_not_asked_again() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        Backend<String> backend = backend(Duration.ofMillis(1));
        Uni<String> silent = Uni.createFrom().<String>nothing().onCancellation().invoke(cancelled::incrementAndGet);

        Uni<String> answer = backend.read(replica -> {
            asked.incrementAndGet();
            return silent;
        });

        assertThat(refusal(answer).problem().status()).isEqualTo(503);
        assertThat(asked).hasValue(1);
        assertThat(cancelled).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 422, 429})
    void a_refusal_is_passed_on(int status) {
        assertThat(failures.rejected(new WebApplicationException(status))
                        .problem()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void a_service_that_is_away_broken_or_does_not_take_our_token_is_unavailable_and_may_be_asked_again() {
        for (Throwable failure : List.of(
                new WebApplicationException("words of its own", 500),
                new WebApplicationException(503),
                new WebApplicationException(401),
                new ProcessingException(new ConnectException("Connection refused")))) {
            Rejected refusal = failures.rejected(failure);

            assertThat(refusal.problem().status()).isEqualTo(503);
            assertThat(refusal.problem().detail()).isEqualTo("The avatar service does not answer right now");
            assertThat(refusal.retryAfterSeconds()).contains(2L);
        }
    }

    @Test
    void too_many_waiting_questions_are_told_from_a_service_that_is_away() {
        Rejected refusal = failures.rejected(new ProcessingException(new ConnectionPoolTooBusyException("full")));

        assertThat(refusal.problem().status()).isEqualTo(503);
        assertThat(refusal.problem().detail()).startsWith("Too much is asked");
        assertThat(refusal.retryAfterSeconds()).isPresent();
    }

    @Test
    void a_change_that_was_never_received_is_asked_again_and_one_that_may_have_been_is_not() {
        AtomicInteger asked = new AtomicInteger();
        Backend<String> backend = backend(LONG);
        Throwable refused = new ProcessingException(new ConnectException("Connection refused"));
        Throwable broken = new ProcessingException(new IOException("Connection was closed"));

        assertThatThrownBy(() -> change(backend, asked, refused)).isInstanceOf(Rejected.class);
        assertThat(asked).hasValue(2);
        assertThatThrownBy(() -> change(backend, asked, broken)).isInstanceOf(Rejected.class);
        assertThat(asked).hasValue(3);
    }

    private static void change(Backend<String> backend, AtomicInteger asked, Throwable failure) {
        backend.change(replica -> {
                    asked.incrementAndGet();
                    return Uni.createFrom().failure(failure);
                })
                .await()
                .atMost(LONG);
    }

    private static Rejected refusal(Uni<String> answer) {
        return catchThrowableOfType(Rejected.class, () -> answer.await().atMost(LONG));
    }

    private Backend<String> backend(Duration deadline) {
        ReplicaChoice choice = new ReplicaChoice(1, Duration.ofSeconds(5));
        return new Backend<>(new Replicas<>(List.of("only"), choice, () -> 0), failures, deadline);
    }
}
