package viva.life.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import viva.platform.testkit.Waiting;

class UpkeepTest {
    @Test
    void a_hundred_thousand_steps_are_as_deep_as_one() {
        AtomicInteger steps = new AtomicInteger();

        Upkeep.repeat(() -> Uni.createFrom().item(steps.incrementAndGet() < 100_000))
                .await()
                .atMost(Waiting.PATIENCE);

        assertThat(steps).hasValue(100_000);
    }
}
