package viva.llm.nim;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.llm.ModelServer;
import viva.llm.budget.Admission;
import viva.llm.budget.CallPurpose;
import viva.platform.testkit.Recorder;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {
            @ResourceArg(name = "service", value = "llm"),
            @ResourceArg(name = "servers", value = "postgres,rabbitmq,redis")
        })
@WithTestResource(ModelServer.class)
class FaultToleranceGuardTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Inject
    NimConfig config;

    private FaultToleranceGuard guard;
    private final AtomicInteger sent = new AtomicInteger();

    @BeforeEach
    void a_guard_of_its_own() {
        guard = new FaultToleranceGuard(config);
    }

    @Test
    void a_server_that_fails_is_left_alone() {
        for (int i = 0; i < config.circuit().calls(); i++) {
            assertThat(fault(new NimFault.Degraded(503, Optional.empty()))).isInstanceOf(NimFault.Degraded.class);
        }

        assertThat(fault(new NimFault.Unreachable())).isEqualTo(new NimFault.CircuitOpen());
        assertThat(sent).hasValue(config.circuit().calls());
    }

    @Test
    void what_is_not_the_servers_fault_opens_no_circuit() {
        for (int i = 0; i < 3 * config.circuit().calls(); i++) {
            fault(new NimFault.NoBudget(Admission.Reason.OWNER));
        }

        assertThat(fault(new NimFault.Empty())).isEqualTo(new NimFault.Empty());
    }

    @Test
    void one_call_too_many_is_not_made() {
        Recorder<Throwable> refused = new Recorder<>();
        int most = config.concurrent() + config.waiting();

        for (int i = 0; i <= most; i++) {
            start(CallPurpose.ANSWER, refused);
        }

        await().untilAsserted(() -> assertThat(refused.snapshot())
                .singleElement()
                .isInstanceOfSatisfying(
                        NimException.class, e -> assertThat(e.fault()).isEqualTo(new NimFault.Busy())));
        assertThat(sent).hasValue(config.concurrent());
    }

    @Test
    void talk_that_fills_the_server_leaves_room_for_answers() {
        Recorder<Throwable> refused = new Recorder<>();
        for (int i = 0; i < 3 * (config.concurrent() + config.waiting()); i++) {
            start(CallPurpose.TURN, refused);
        }
        int talks = sent.get();

        start(CallPurpose.ANSWER, refused);

        assertThat(talks).isPositive().isLessThan(config.concurrent());
        assertThat(sent).hasValue(talks + 1);
    }

    /** A call that never ends. */
    private void start(CallPurpose purpose, Recorder<Throwable> refused) {
        guard.around(purpose, () -> {
                    sent.incrementAndGet();
                    return Uni.createFrom().nothing();
                })
                .subscribe()
                .with(done -> {}, refused);
    }

    private NimFault fault(NimFault thrown) {
        return NimWorld.fault(() -> guard.around(CallPurpose.ANSWER, () -> {
                    sent.incrementAndGet();
                    return Uni.createFrom().failure(new NimException(thrown));
                })
                .await()
                .atMost(LONG));
    }
}
