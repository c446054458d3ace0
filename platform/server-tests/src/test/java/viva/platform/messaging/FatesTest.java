package viva.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.CompositeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viva.platform.messaging.outage.Diagnosis;
import viva.platform.messaging.outage.Fate;
import viva.platform.messaging.outage.Outage;

class FatesTest {
    private static final Diagnosis DATABASE =
            failure -> failure instanceof DatabaseAway ? Optional.of(Outage.of("database", failure)) : Optional.empty();

    private final Fates fates = new Fates(List.of(new NetworkDiagnosis(), DATABASE));

    private static final class DatabaseAway extends RuntimeException {}

    static List<Throwable> outages() {
        return List.of(
                new DatabaseAway(),
                new IllegalStateException("wrapped", new RuntimeException("twice", new DatabaseAway())),
                new IllegalArgumentException("all the same", new DatabaseAway()),
                new CompletionException(new DatabaseAway()),
                new CompositeException(new DatabaseAway(), new IllegalStateException()),
                new ConnectException("refused"),
                new UncheckedIOException(new ConnectException("refused")),
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new NotConfirmed.Away("no broker", null),
                new NotConfirmed.Refused("a queue is full", null),
                new NotConfirmed.Unanswered("no leader"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void an_operating_failure_makes_a_message_wait(Throwable failure) {
        assertThat(fates.of(failure)).isInstanceOf(Fate.Waits.class);
    }

    @Test
    void the_dependency_that_failed_is_named_where_the_failure_tells() {
        assertThat(dependency(new RuntimeException(new DatabaseAway()))).isEqualTo("database");
        assertThat(dependency(new NotConfirmed.Away("no broker", null))).isEqualTo("broker");
        assertThat(dependency(new ConnectException("refused"))).isEqualTo(Outage.UNKNOWN);
    }

    static List<Throwable> contracts() {
        return List.of(
                new UnhandleableMessage("not mine"),
                new CompletionException(new UnhandleableMessage("not mine")),
                new IllegalArgumentException("must be in [0,1]: 7"),
                new NumberFormatException("seven"));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_message_that_breaks_its_contract_cannot_be_handled(Throwable failure) {
        assertThat(fates.of(failure)).isInstanceOf(Fate.Unhandleable.class);
    }

    static List<Throwable> bugs() {
        IllegalStateException round = new IllegalStateException("round");
        round.initCause(new IllegalStateException("and round", round));
        return List.of(
                new NullPointerException(),
                new IllegalStateException("no"),
                new IOException("disk"),
                new UncheckedIOException(new IOException("not JSON")),
                new IllegalStateException("inner", new IllegalArgumentException("deep inside")),
                round);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void anything_else_is_a_bug(Throwable failure) {
        assertThat(fates.of(failure)).isEqualTo(new Fate.Bug());
    }

    private String dependency(Throwable failure) {
        return ((Fate.Waits) fates.of(failure)).outage().dependency();
    }
}
