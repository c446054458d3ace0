package viva.llm.nim;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Counts every failure, and tells each kind of it once in a while: a server that is away all night fills no log. */
@Singleton
class FaultLog {
    private static final Logger LOG = Logger.getLogger(FaultLog.class);
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final MeterRegistry metrics;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    FaultLog(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void succeeded(String model, String purpose) {
        count(model, purpose, "ok");
        told.keySet().removeIf(known -> known.endsWith(" " + model));
    }

    /** A budget that is spent is no failure, and only counted. */
    void failed(String model, String purpose, NimFault fault, Instant now) {
        count(model, purpose, fault.label());
        if (fault instanceof NimFault.NoBudget) {
            return;
        }
        Instant before = told.get(fault.label() + " " + model);
        if (before == null || before.plus(QUIET).isBefore(now)) {
            told.put(fault.label() + " " + model, now);
            LOG.warnf("the model %s did not answer: %s", ErrorText.harmless(model), describe(fault));
        }
    }

    private void count(String model, String purpose, String outcome) {
        metrics.counter("viva.llm.model.calls", "model", model, "purpose", purpose, "outcome", outcome)
                .increment();
    }

    /** One line for people. Whatever the server said of it was made harmless when it was read. */
    private static String describe(NimFault fault) {
        return switch (fault) {
            case NimFault.KeyRefused refused -> "the key is refused (" + refused.status() + ")";
            case NimFault.NoCredit none -> "there is no credit left (402)";
            case NimFault.Gone gone -> "it is not there (" + gone.status() + ")";
            case NimFault.Invalid invalid -> "the request is refused (" + invalid.status() + "): " + invalid.detail();
            case NimFault.Degraded degraded -> "the server is unwell (" + degraded.status() + ")";
            case NimFault.Garbled garbled -> "not understood: " + garbled.what();
            case NimFault.Reported reported -> "it reported an error: " + reported.detail();
            case NimFault.Off off -> off.label();
            case NimFault.NoModel none -> none.label();
            case NimFault.NoBudget none -> none.label();
            case NimFault.Busy busy -> busy.label();
            case NimFault.CircuitOpen open -> open.label();
            case NimFault.Unreachable away -> away.label();
            case NimFault.TooSlow slow -> slow.label();
            case NimFault.Throttled throttled -> throttled.label();
            case NimFault.TooLarge large -> large.label();
            case NimFault.Broken broken -> broken.label();
            case NimFault.Exposed exposed -> exposed.label();
            case NimFault.Empty empty -> empty.label();
            case NimFault.Filtered filtered -> filtered.label();
        };
    }
}
