package viva.platform.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long tests wait for an event. A limit only ends a wait for something that will never come; it says nothing about how fast a
 * thing should be. Figures come from benchmarks.
 */
public final class Waiting {
    /** Far beyond what any event takes on a machine whose processors are all busy with something else. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private Waiting() {}

    /** Awaitility with {@link #PATIENCE} instead of its ten seconds. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }
}
