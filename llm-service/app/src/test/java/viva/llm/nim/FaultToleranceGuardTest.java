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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.llm.ModelServer;
import viva.llm.budget.Admission;
import viva.platform.testkit.VivaServers;

@QuarkusTest
@WithTestResource(
        value = VivaServers.class,
        initArgs = {@ResourceArg(name = "service", value = "llm"), @ResourceArg(name = "servers", value = "rabbitmq")})
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
        CopyOnWriteArrayList<Throwable> refused = new CopyOnWriteArrayList<>();
        int most = config.concurrent() + config.waiting();

        for (int i = 0; i <= most; i++) {
            guard.around(() -> {
                        sent.incrementAndGet();
                        return Uni.createFrom().nothing();
                    })
                    .subscribe()
                    .with(done -> {}, refused::add);
        }

        await().untilAsserted(() -> assertThat(refused)
                .singleElement()
                .isInstanceOfSatisfying(
                        NimException.class, e -> assertThat(e.fault()).isEqualTo(new NimFault.Busy())));
        assertThat(sent).hasValue(config.concurrent());
    }

    private NimFault fault(NimFault thrown) {
        return NimWorld.fault(() -> guard.around(() -> {
                    sent.incrementAndGet();
                    return Uni.createFrom().failure(new NimException(thrown));
                })
                .await()
                .atMost(LONG));
    }
}
