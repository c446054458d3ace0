package viva.llm.allowance;

import java.util.HashMap;
import java.util.Map;

/**
 * All limits.
 *
 * @param world of everybody together
 * @param owner of each owner
 * @param purposes of each purpose; one that is missing has no limit of its own
 * @param slotMicros how long a place stays taken after the response began or the attempt failed
 * @param holdMicros how long a request that never ends may last; then its place stays taken for {@code slotMicros} more
 */
public record AllowancePlan(
        Allowance world,
        Allowance owner,
        Map<String, Allowance> purposes,
        long slotMicros,
        long holdMicros,
        Throttle.Course throttle) {
    public AllowancePlan {
        purposes = Map.copyOf(purposes);
    }

    public Allowance purpose(String name) {
        return purposes.getOrDefault(name, Allowance.UNLIMITED);
    }

    /** The plan of one of several processes that do not know of each other. */
    public AllowancePlan dividedBy(int processes) {
        Map<String, Allowance> shares = new HashMap<>();
        purposes.forEach((name, allowance) -> shares.put(name, allowance.dividedBy(processes)));
        return new AllowancePlan(
                world.dividedBy(processes), owner.dividedBy(processes), shares, slotMicros, holdMicros, throttle);
    }
}
