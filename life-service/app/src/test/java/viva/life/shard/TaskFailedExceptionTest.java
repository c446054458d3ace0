package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.util.NoSuchElementException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskFailedExceptionTest {
    static Stream<Throwable> bugs() {
        return Stream.of(
                new NullPointerException(),
                new IllegalArgumentException(),
                new IllegalStateException(),
                new ClassCastException(),
                new ArithmeticException(),
                new IndexOutOfBoundsException(),
                new NoSuchElementException(),
                new UnsupportedOperationException(),
                new UncheckedIOException(new IOException()),
                new StackOverflowError(),
                new AssertionError(),
                new ExceptionInInitializerError(),
                refusal("22001"),
                refusal("23505"),
                refusal("54000"));
    }

    static Stream<Throwable> outages() {
        return Stream.of(
                new TimeoutException(),
                new ConnectException(),
                new VertxException("the pool is closed"),
                ClosedConnectionException.INSTANCE,
                new RejectedExecutionException(),
                new ShardStore.GivenUp(),
                new OutOfMemoryError(),
                refusal("08006"),
                refusal("25006"),
                refusal("40001"),
                refusal("53100"),
                refusal("57P01"),
                refusal(null));
    }

    private static PgException refusal(String state) {
        return new PgException("refused", "ERROR", state, null);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void what_fails_again_whenever_it_is_done_is_among_the_tasks(Throwable bug) {
        assertThat(TaskFailedException.isAmongTasks(bug)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void what_passes_is_nobodys_fault(Throwable outage) {
        assertThat(TaskFailedException.isAmongTasks(outage)).isFalse();
    }
}
