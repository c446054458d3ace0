package viva.llm.nim;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a status that is no success means. */
final class Statuses {
    private Statuses() {}

    static NimFault fault(int status, String detail, Optional<Duration> retryAfter) {
        return switch (status) {
            case 401, 403 -> new NimFault.KeyRefused(status);
            case 402 -> new NimFault.NoCredit();
            case 404, 410 -> new NimFault.Gone(status);
            case 429 -> new NimFault.Throttled(retryAfter);
            case 400 ->
                detail.toUpperCase(Locale.ROOT).contains("DEGRADED")
                        ? new NimFault.Degraded(status, retryAfter)
                        : new NimFault.Invalid(status, detail);
            default -> status >= 500 ? new NimFault.Degraded(status, retryAfter) : new NimFault.Invalid(status, detail);
        };
    }
}
