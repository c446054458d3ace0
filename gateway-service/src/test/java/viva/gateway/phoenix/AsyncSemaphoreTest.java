package viva.gateway.phoenix;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AsyncSemaphoreTest {
    private final AsyncSemaphore semaphore = new AsyncSemaphore(2, 3);
    private final List<String> begun = new ArrayList<>();
    private final List<CompletableFuture<String>> running = new ArrayList<>();

    @Test
    void so_much_is_done_at_once_and_the_rest_in_the_order_in_which_it_came() {
        List<UniAssertSubscriber<String>> all = List.of(run("a"), run("b"), run("c"), run("d"));
        assertThat(begun).containsExactly("a", "b");

        finish("b");
        assertThat(begun).containsExactly("a", "b", "c");
        finish("a");
        finish("c");
        finish("d");

        assertThat(begun).containsExactly("a", "b", "c", "d");
        all.forEach(UniAssertSubscriber::assertCompleted);
    }

    @Test
    void work_that_fails_gives_its_place_to_the_next() {
        run("a");
        UniAssertSubscriber<String> failing = run("b");
        run("c");

        running.get(1).completeExceptionally(new IllegalStateException("b"));

        failing.assertFailedWith(IllegalStateException.class);
        assertThat(begun).containsExactly("a", "b", "c");
    }

    @Test
    void work_that_nobody_waits_for_any_more_gives_up_its_place_begun_or_not() {
        UniAssertSubscriber<String> first = run("a");
        run("b");
        UniAssertSubscriber<String> impatient = run("c");
        run("d");

        impatient.cancel();
        first.cancel();

        assertThat(begun).containsExactly("a", "b", "d");
    }

    @Test
    void one_more_than_may_wait_is_refused() {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            run(name);
        }

        run("f").assertFailedWith(IllegalArgumentException.class, "full");

        finish("a");
        run("g");
        assertThat(begun).containsExactly("a", "b", "c");
    }

    private UniAssertSubscriber<String> run(String name) {
        return semaphore
                .run(() -> begin(name), () -> new IllegalArgumentException("full"))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private Uni<String> begin(String name) {
        begun.add(name);
        CompletableFuture<String> work = new CompletableFuture<>();
        running.add(work);
        return Uni.createFrom().completionStage(work);
    }

    private void finish(String name) {
        running.get(begun.indexOf(name)).complete(name);
    }
}
