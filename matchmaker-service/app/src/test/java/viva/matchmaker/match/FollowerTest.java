package viva.matchmaker.match;

import static org.assertj.core.api.Assertions.assertThat;
import static viva.platform.testkit.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viva.matchmaker.match.SharedIndex.Change;
import viva.platform.testkit.Waiting;

class FollowerTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicBoolean silent = new AtomicBoolean(true);

    /** A table that nobody stands in, and that does not tell what changed while it is silent. */
    private final PgProfileLog table = new PgProfileLog(null, metrics) {
        @Override
        Uni<Horizon> horizon() {
            return Uni.createFrom().item(new Horizon("1:1:"));
        }

        @Override
        Uni<List<Change>> livingAfter(UUID id, int count) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        Uni<List<Change>> since(Horizon horizon) {
            return silent.get() ? Uni.createFrom().nothing() : Uni.createFrom().item(List.of());
        }
    };

    private Follower follower;

    @BeforeEach
    void start() {
        MatchConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(MatchConfig.class)
                .withDefaultValue("viva.matchmaker.follow-interval", "1h")
                .withDefaultValue("viva.matchmaker.look-limit", "10ms")
                .build()
                .getConfigMapping(MatchConfig.class);
        follower = new Follower(table, new SharedIndex(metrics), config, metrics);
        follower.start(null);
        await().until(follower::isComplete);
    }

    @AfterEach
    void stop() {
        follower.stop(null);
    }

    @Test
    void a_look_that_gets_no_answer_fails_and_is_not_the_last_one() {
        Throwable failure = follower.catchUp()
                .replaceWith((Throwable) null)
                .onFailure()
                .recoverWithItem(thrown -> thrown)
                .await()
                .atMost(Waiting.PATIENCE);

        assertThat(failure).isInstanceOf(TimeoutException.class).hasMessageContaining("no answer");
        silent.set(false);
        await().ignoreExceptions()
                .untilAsserted(() -> follower.catchUp().await().atMost(Waiting.PATIENCE));
    }
}
