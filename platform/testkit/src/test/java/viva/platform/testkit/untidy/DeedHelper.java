package viva.platform.testkit.untidy;

import java.time.Instant;
import java.util.UUID;

/** Breaks the rules on purpose. */
public final class DeedHelper {
    private DeedHelper() {}

    /** Looks at the clock and rolls dice. */
    public static String deed() {
        return Instant.now() + " " + UUID.randomUUID();
    }
}
