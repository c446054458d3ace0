package viva.llm.budget;

import java.time.InstantSource;
import org.jboss.logging.Logger;
import viva.llm.allowance.Coordination;
import viva.llm.allowance.Coordination.Course;

/**
 * Whether the shared books answer, as this process knows it. One of several processes calls them away only when nothing was heard of
 * them for a while: until then it asks on, and starts nothing without their word. Safe for concurrent use.
 */
final class Footing {
    private static final Logger LOG = Logger.getLogger(Footing.class);
    private static final long MICROS = 1_000;
    /** Longer than a heartbeat, so that one answer that is late, as when a garbage collector runs, changes nothing. */
    private static final long TOLERANCE = 3_000_000;

    private static final long NEVER = -1;

    private final long window;
    private final InstantSource clock;
    private Coordination coordination;
    private boolean counted;
    private long silentSince = NEVER;

    /** @param window microseconds after which nothing that was started is in the window any more */
    Footing(int assumedProcesses, long window, InstantSource clock) {
        this.window = window;
        this.clock = clock;
        this.coordination = new Coordination.Shared(assumedProcesses);
    }

    synchronized Course course() {
        return coordination.course(now(), window);
    }

    synchronized Coordination coordination() {
        return coordination;
    }

    /** They answered. */
    synchronized void reached(RedisBooks.Pulse pulse) {
        counted = true;
        silentSince = NEVER;
        become(coordination.reached(pulse.processes(), now(), window));
        if (!pulse.isSameEdition()) {
            emptied();
        }
    }

    /** They answered, and what was in them is lost. */
    synchronized void emptied() {
        if (!(coordination instanceof Coordination.Emptied)) {
            LOG.warn("the counters of the budget were lost: they count again");
            become(coordination.emptied(now()));
        }
    }

    /** They did not answer. */
    synchronized void missed(Throwable why) {
        if (silentSince == NEVER) {
            silentSince = now();
        }
        boolean alone = counted && coordination.processes() == 1;
        if (!alone && now() - silentSince < TOLERANCE) {
            return;
        }
        Coordination before = coordination;
        become(coordination.missed(counted, now()));
        if (!(before instanceof Coordination.Lost)) {
            LOG.warnf("the counters of the budget are away: %s", why);
        }
    }

    private void become(Coordination next) {
        if (coordination instanceof Coordination.Lost && !(next instanceof Coordination.Lost)) {
            LOG.info("the counters of the budget are back");
        }
        coordination = next;
    }

    private long now() {
        return clock.millis() * MICROS;
    }
}
