package viva.platform.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.Waiting;

class ScheduledJobsTest {
    private final Recorder<String> toldTheScheduler = new Recorder<>();
    private final ScheduledJobs jobs = new ScheduledJobs((Scheduler) Proxy.newProxyInstance(
            Scheduler.class.getClassLoader(), new Class<?>[] {Scheduler.class}, (proxy, method, arguments) -> {
                toldTheScheduler.accept(method.getName());
                return null;
            }));
    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void a_hundred_thousand_steps_are_as_deep_as_one() {
        run(jobs.repeat(() -> Uni.createFrom().item(steps.incrementAndGet() < 100_000)));

        assertThat(steps).hasValue(100_000);
    }

    @Test
    void no_job_begins_when_the_process_stops() {
        stop();

        assertThat(toldTheScheduler.snapshot()).containsExactly("pause");
    }

    @Test
    void a_job_that_is_at_work_when_the_process_stops_ends_after_the_step_in_hand() {
        AtomicInteger afterwards = new AtomicInteger();

        run(jobs.run(() -> jobs.repeat(() -> {
                    if (steps.incrementAndGet() == 3) {
                        stop();
                    }
                    return Uni.createFrom().item(true);
                })
                .invoke(afterwards::incrementAndGet)));

        assertThat(steps).hasValue(3);
        assertThat(afterwards).hasValue(0);
    }

    @Test
    void what_fails_is_a_failure_unless_the_process_stops() {
        Uni<Void> job = jobs.run(() -> Uni.createFrom().failure(new IllegalStateException("Pool closed")));

        assertThatThrownBy(() -> run(job)).hasMessage("Pool closed");
        stop();
        run(job);
    }

    @Test
    void an_item_that_fails_holds_up_none_of_the_others_in_this_run_or_the_next() {
        Recorder<Integer> done = new Recorder<>();
        Uni<Void> job = jobs.each("counting", List.of(1, 2, 3, 4), item -> switch (item) {
            case 2 -> Uni.createFrom().failure(new IllegalStateException("two"));
            case 3 -> throw new IllegalStateException("three");
            default -> Uni.createFrom().item(item).invoke(done);
        });

        run(job);
        run(job);

        assertThat(done.snapshot()).containsExactly(1, 4, 1, 4);
    }

    @Test
    void what_fails_in_run_after_run_is_logged_once_however_many_pages_there_are() {
        List<String> left = new ArrayList<>(List.of("a", "b", "done", "c", "d"));
        Recorder<String> warnings = new Recorder<>();
        Handler handler = new WarningsTo(warnings);
        Logger log = Logger.getLogger(ScheduledJobs.class.getName());
        log.addHandler(handler);
        Uni<Void> job = jobs.eachOfPages(
                "counting",
                2,
                failed -> Uni.createFrom()
                        .item(left.stream().skip(failed).limit(2).toList()),
                item -> item.equals("done")
                        ? Uni.createFrom().item(() -> left.remove(item))
                        : Uni.createFrom().failure(new IllegalStateException(item)));
        try {
            run(job);
            run(job);
        } finally {
            log.removeHandler(handler);
        }

        assertThat(left).containsExactly("a", "b", "c", "d");
        assertThat(warnings.snapshot())
                .containsExactly(
                        "counting: 4 of 5 wait for the next run, such as a: java.lang.IllegalStateException: a");
    }

    private static final class WarningsTo extends Handler {
        private final Recorder<String> warnings;

        WarningsTo(Recorder<String> warnings) {
            this.warnings = warnings;
        }

        @Override
        public void publish(LogRecord line) {
            warnings.accept(String.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void the_rest_of_the_items_are_left_when_the_process_stops() {
        Recorder<Integer> begun = new Recorder<>();

        run(jobs.run(() -> jobs.each("counting", List.of(1, 2, 3), item -> {
            begun.accept(item);
            stop();
            return Uni.createFrom().failure(new IllegalStateException("Pool closed"));
        })));

        assertThat(begun.snapshot()).containsExactly(1);
    }

    private void stop() {
        jobs.stop(new ShutdownEvent());
    }

    private static void run(Uni<Void> work) {
        work.await().atMost(Waiting.PATIENCE);
    }
}
