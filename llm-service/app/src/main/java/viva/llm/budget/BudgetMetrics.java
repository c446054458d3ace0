package viva.llm.budget;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import viva.llm.allowance.AllowancePlan;
import viva.llm.allowance.Consumption;

/** What is counted about the budget. No label holds an id or a word of anybody. */
final class BudgetMetrics {
    private static final String PURPOSE = "purpose";
    private static final String GRANTED = "granted";
    private static final String SETTLED = "settled";
    private static final String FAILED = "failed";
    private static final String THROTTLED = "throttled";

    private final MeterRegistry registry;
    private final AtomicReference<Consumption> latest = new AtomicReference<>();

    BudgetMetrics(MeterRegistry registry, AllowancePlan plan, Footing footing) {
        this.registry = registry;
        Gauge.builder(
                        "viva.llm.window.requests",
                        () -> figure(used -> used.world().requests()))
                .description("places in the window that are taken")
                .register(registry);
        Gauge.builder(
                        "viva.llm.window.tokens",
                        () -> figure(used -> used.world().tokens()))
                .description("tokens of these requests")
                .register(registry);
        Gauge.builder(
                        "viva.llm.window.limit",
                        () -> figure(used -> plan.world()
                                .slowedTo(used.throttle().factorAt(used.now(), plan.throttle()))
                                .requestsAMinute()))
                .description("places in the window, after what the server asked for; 0 for no limit")
                .register(registry);
        Gauge.builder(
                        "viva.llm.limit.factor",
                        () -> figure(used -> used.throttle().factorAt(used.now(), plan.throttle())))
                .description("what is left of the limits of a minute")
                .register(registry);
        Gauge.builder("viva.llm.processes", () -> footing.coordination().processes())
                .description("processes that share the limits, as far as known")
                .register(registry);
        for (CallPurpose purpose : CallPurpose.values()) {
            List.of(SETTLED, FAILED, THROTTLED).forEach(outcome -> requests(purpose, outcome));
            admission(purpose, GRANTED);
        }
    }

    private double figure(ToDoubleFunction<Consumption> of) {
        Consumption used = latest.get();
        return used == null ? Double.NaN : of.applyAsDouble(used);
    }

    void read(Consumption used) {
        latest.set(used);
    }

    void decided(Call call, Admission admission, Duration waited) {
        String outcome = switch (admission) {
            case Admission.Granted granted -> GRANTED;
            case Admission.Refused refused -> refused.reason().name().toLowerCase(Locale.ROOT);
        };
        admission(call.purpose(), outcome).record(waited);
    }

    void settled(Call call, Usage usage, long micros) {
        requests(call.purpose(), SETTLED).increment();
        tokens(call, usage.model(), "input", usage.promptTokens());
        tokens(call, usage.model(), "output", usage.completionTokens());
        registry.counter("viva.llm.cost.micros", PURPOSE, call.purpose().label(), "model", usage.model())
                .increment((double) micros);
    }

    void failed(Call call) {
        requests(call.purpose(), FAILED).increment();
    }

    void throttled(Call call) {
        requests(call.purpose(), THROTTLED).increment();
    }

    private Timer admission(CallPurpose purpose, String outcome) {
        return registry.timer("viva.llm.admission", PURPOSE, purpose.label(), "outcome", outcome);
    }

    private Counter requests(CallPurpose purpose, String outcome) {
        return registry.counter("viva.llm.requests", PURPOSE, purpose.label(), "outcome", outcome);
    }

    private void tokens(Call call, String model, String type, int count) {
        registry.counter("viva.llm.tokens", PURPOSE, call.purpose().label(), "model", model, "type", type)
                .increment((double) count);
    }
}
