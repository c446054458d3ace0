package viva.llm.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.Recorder;

class SpeakersQueueTest {
    private final SpeakersQueue queue = new SpeakersQueue(1, 100);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final Recorder<String> done = new Recorder<>();

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
        assertThat(done.snapshot()).startsWith("first", "owner 1", "owner 2", "conversation", "background");
    }

    @Test
    void more_than_may_wait_is_refused() {
        SpeakersQueue small = new SpeakersQueue(1, 1);
        Recorder<Throwable> failures = new Recorder<>();
        CountDownLatch started = new CountDownLatch(1);
        small.submit(Urgency.INTERACTIVE, () -> {
                    started.countDown();
                    return awaited(busy);
                })
                .subscribe()
                .with(item -> {}, failures);
        await().until(() -> started.getCount() == 0);

        for (int i = 0; i < 3; i++) {
            small.submit(Urgency.INTERACTIVE, () -> "more").subscribe().with(item -> {}, failures);
        }

        assertThat(failures.snapshot())
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(RejectedExecutionException.class));
        busy.countDown();
        small.stop();
    }

    @Test
    void a_failure_of_the_work_reaches_the_caller() {
        Recorder<Throwable> failures = new Recorder<>();

        queue.submit(Urgency.INTERACTIVE, () -> {
                    throw new IllegalStateException("no words");
                })
                .subscribe()
                .with(item -> {}, failures);

        await().until(() -> failures.size() == 1);
        assertThat(failures.snapshot().getFirst()).hasMessage("no words");
    }

    private void submit(Urgency urgency, String name, CountDownLatch gate) {
        queue.submit(urgency, () -> {
                    awaited(gate);
                    done.accept(name);
                    return name;
                })
                .subscribe()
                .with(item -> {}, failure -> done.accept("failed"));
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
