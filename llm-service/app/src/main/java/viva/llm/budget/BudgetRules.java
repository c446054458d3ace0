package viva.llm.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viva.llm.allowance.Allowance;
import viva.llm.allowance.AllowancePlan;
import viva.llm.allowance.Demand;
import viva.llm.allowance.Price;
import viva.llm.allowance.PriceList;
import viva.llm.allowance.Priority;
import viva.llm.allowance.Throttle;

/**
 * The settings in the terms of the core.
 *
 * @param longestPause microseconds
 */
record BudgetRules(AllowancePlan plan, PriceList prices, long longestPause) {
    /** How long a server counts a request; what {@code requests a minute} means everywhere. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    static BudgetRules of(BudgetLimits limits) {
        Map<String, Allowance> purposes = new HashMap<>();
        limits.purposes().forEach((purpose, own) -> purposes.put(purpose.label(), allowance(own)));
        AllowancePlan plan = new AllowancePlan(
                new Allowance(
                        limits.requestsPerMinute(),
                        limits.tokensPerMinute(),
                        limits.requestsPerDay(),
                        limits.tokensPerDay(),
                        micros(limits.moneyPerDay())),
                allowance(limits.owner()),
                purposes,
                micros(MINUTE),
                micros(limits.longestCall()),
                new Throttle.Course(
                        limits.adaptive().decrease(),
                        limits.adaptive().least(),
                        limits.adaptive().recoveryPerMinute()));
        return new BudgetRules(plan, prices(limits), micros(limits.adaptive().longestPause()));
    }

    /** What a call asks for, at the most. */
    Demand demand(Call call) {
        return new Demand(
                priority(call.purpose()),
                call.purpose().label(),
                call.owner() == null ? null : call.owner().toString(),
                Math.max(1, call.estimatedTokens()),
                prices.mostMicros(call.estimatedTokens()));
    }

    /** Millionths of money for what was used. */
    long cost(Usage usage) {
        return prices.of(usage.model()).micros(usage.promptTokens(), usage.completionTokens());
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static Priority priority(CallPurpose purpose) {
        return switch (purpose) {
            case ANSWER -> Priority.OWNER;
            case TURNING_POINT -> Priority.TURNING_POINT;
            case TURN, GREETING, THOUGHT, REFLECTION, ANALYSIS, EMBEDDING, PROBE -> Priority.REST;
        };
    }

    private static Allowance allowance(BudgetLimits.Owner own) {
        return new Allowance(
                own.requestsPerMinute(),
                own.tokensPerMinute(),
                own.requestsPerDay(),
                own.tokensPerDay(),
                micros(own.moneyPerDay()));
    }

    private static Allowance allowance(BudgetLimits.PurposeLimits own) {
        return new Allowance(
                own.requestsPerMinute(),
                own.tokensPerMinute(),
                own.requestsPerDay(),
                own.tokensPerDay(),
                micros(own.moneyPerDay()));
    }

    private static long micros(BigDecimal money) {
        return money.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static PriceList prices(BudgetLimits limits) {
        Map<String, Price> prices = new HashMap<>();
        limits.prices().orElse(List.of()).forEach(price -> prices.put(price.model(), price.price()));
        return new PriceList(prices);
    }
}
