package viva.llm.allowance;

import java.util.Map;

/** Plans and demands for tests. */
final class Demands {
    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    /** Some instant that is no full hour. */
    static final long NOW = 490_000 * HOUR + 17 * MINUTE;

    static final Throttle.Course COURSE = new Throttle.Course(.5, .1, .05);

    private Demands() {}

    static AllowancePlan plan(Allowance world) {
        return plan(world, Allowance.UNLIMITED, Map.of());
    }

    static AllowancePlan plan(Allowance world, Allowance owner, Map<String, Allowance> purposes) {
        return new AllowancePlan(world, owner, purposes, MINUTE, 2 * MINUTE, COURSE);
    }

    static Allowance requests(long aMinute) {
        return new Allowance(aMinute, 0, 0, 0, 0);
    }

    static Demand answer() {
        return answer("anna", 100, 0);
    }

    static Demand answer(String owner, long tokens, long micros) {
        return new Demand(Priority.OWNER, "answer", owner, tokens, micros);
    }

    static Demand turningPoint() {
        return new Demand(Priority.TURNING_POINT, "turning_point", null, 100, 0);
    }

    static Demand thought() {
        return new Demand(Priority.REST, "thought", null, 100, 0);
    }
}
