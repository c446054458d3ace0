package viva.life.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AsyncSemaphoreTest {
    private final AsyncSemaphore turnstile = new AsyncSemaphore(2);
    private final List<UniEmitter<? super String>> inside = new ArrayList<>();

    private CompletableFuture<String> come() {
        return turnstile
                .pass(() -> Uni.createFrom().<String>emitter(inside::add))
                .subscribeAsCompletionStage();
    }

    @Test
    void the_third_waits_until_one_of_two_is_done() {
        List<CompletableFuture<String>> guests = List.of(come(), come(), come());
        assertThat(inside).hasSize(2);

        inside.getFirst().complete("done");

        assertThat(guests.getFirst()).isCompletedWithValue("done");
        assertThat(inside).hasSize(3);
    }

    @Test
    void a_failure_makes_place_too() {
        List<CompletableFuture<String>> guests = List.of(come(), come(), come());

        inside.getFirst().fail(new IllegalStateException("broken"));

        assertThat(guests.getFirst()).isCompletedExceptionally();
        assertThat(inside).hasSize(3);
    }
}
