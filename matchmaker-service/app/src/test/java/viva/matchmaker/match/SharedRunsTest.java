package viva.matchmaker.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedRunsTest {
    private final List<CompletableFuture<Void>> runs = new ArrayList<>();
    private final SharedRuns shared = new SharedRuns(() -> {
        runs.add(new CompletableFuture<>());
        return Uni.createFrom().completionStage(runs.getLast());
    });

    @Test
    void requests_during_a_run_share_the_next_one() {
        shared.start();
        CompletableFuture<Void> first = request();
        CompletableFuture<Void> second = request();
        CompletableFuture<Void> third = request();
        assertThat(runs).hasSize(1);

        runs.getFirst().complete(null);

        assertThat(first).isCompleted();
        assertThat(second).isNotDone();
        assertThat(runs).hasSize(2);
        runs.getLast().complete(null);
        assertThat(second).isCompleted();
        assertThat(third).isCompleted();
        assertThat(runs).hasSize(2);
    }

    @Test
    void a_run_that_fails_fails_its_requests_and_no_other() {
        shared.start();
        CompletableFuture<Void> first = request();
        CompletableFuture<Void> second = request();

        runs.getFirst().completeExceptionally(new IllegalStateException("no database"));
        runs.getLast().complete(null);

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompleted();
    }

    @Test
    void a_request_before_the_start_waits_for_it() {
        CompletableFuture<Void> early = request();
        assertThat(runs).isEmpty();

        shared.start();
        runs.getFirst().complete(null);

        assertThat(early).isCompleted();
    }

    @Test
    void one_who_does_not_wait_any_longer_takes_the_run_from_nobody() {
        shared.start();
        CompletableFuture<Void> first = request();
        request().cancel(true);
        CompletableFuture<Void> third = request();

        runs.getFirst().complete(null);
        runs.getLast().complete(null);

        assertThat(first).isCompleted();
        assertThat(third).isCompleted();
    }

    private CompletableFuture<Void> request() {
        return shared.request().subscribeAsCompletionStage();
    }
}
