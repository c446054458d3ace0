package viva.llm.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpeakersQueueTest {
    private final SpeakersQueue queue = new SpeakersQueue(1, 100);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        busy.countDown();
        queue.stop();
    }

    @Test
    void an_owner_overtakes_everything_that_waits() {
        submit(Urgency.BACKGROUND, "first", busy);
        for (int i = 0; i < 50; i++) {
            submit(Urgency.BACKGROUND, "background", new CountDownLatch(0));
        }
        submit(Urgency.CONVERSATION, "conversation", new CountDownLatch(0));
        submit(Urgency.INTERACTIVE, "owner 1", new CountDownLatch(0));
        submit(Urgency.INTERACTIVE, "owner 2", new CountDownLatch(0));

        busy.countDown();

        await().until(() -> done.size() == 54);
        assertThat(done).startsWith("first", "owner 1", "owner 2", "conversation", "background");
    }

    @Test
    void more_than_may_wait_is_refused() {
        SpeakersQueue small = new SpeakersQueue(1, 1);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch started = new CountDownLatch(1);
        small.submit(Urgency.INTERACTIVE, () -> {
                    started.countDown();
                    return awaited(busy);
                })
                .subscribe()
                .with(item -> {}, failures::add);
        await().until(() -> started.getCount() == 0);

        for (int i = 0; i < 3; i++) {
            small.submit(Urgency.INTERACTIVE, () -> "more").subscribe().with(item -> {}, failures::add);
        }

        assertThat(failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(RejectedExecutionException.class));
        busy.countDown();
        small.stop();
    }

    @Test
    void a_failure_of_the_work_reaches_the_caller() {
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

        queue.submit(Urgency.INTERACTIVE, () -> {
                    throw new IllegalStateException("no words");
                })
                .subscribe()
                .with(item -> {}, failures::add);

        await().until(() -> failures.size() == 1);
        assertThat(failures.getFirst()).hasMessage("no words");
    }

    private void submit(Urgency urgency, String name, CountDownLatch gate) {
        queue.submit(urgency, () -> {
                    awaited(gate);
                    done.add(name);
                    return name;
                })
                .subscribe()
                .with(item -> {}, failure -> done.add("failed"));
    }

    private static String awaited(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "done";
    }
}
