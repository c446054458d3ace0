package viva.llm.budget;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import viva.llm.allowance.AllowancePlan;
import viva.llm.allowance.Consumption;
import viva.llm.allowance.Coordination.Course;

/** The budgets of this process, put together from the settings, with the pulse by which processes count each other. */
@Singleton
public class ProcessBudgets implements Budgets {
    private static final List<String> PURPOSES =
            Arrays.stream(CallPurpose.values()).map(CallPurpose::label).toList();

    private final BudgetLimits limits;
    private final BudgetRules rules;
    private final Footing footing;
    private final OwnBooks own;
    private final SharedBooks shared;
    private final BudgetMetrics metrics;
    private final Budgets budgets;
    private final String process = UUID.randomUUID().toString();

    @Inject
    ProcessBudgets(BudgetLimits limits, RedisAPI redis, Expenses expenses, MeterRegistry registry) {
        this(limits, redis, expenses, registry, InstantSource.system());
    }

    ProcessBudgets(
            BudgetLimits limits, RedisAPI redis, Expenses expenses, MeterRegistry registry, InstantSource clock) {
        this.limits = limits;
        this.rules = BudgetRules.of(limits);
        AllowancePlan plan = rules.plan();
        this.footing = new Footing(limits.assumedProcesses(), plan.slotMicros(), clock);
        this.own = new OwnBooks(plan, clock);
        this.shared = new SharedBooks(new RedisBooks(redis, plan, limits.keySpace()), footing, limits.counterTimeout());
        this.metrics = new BudgetMetrics(registry, plan, footing);
        this.budgets = new SharedBudgets(
                new BudgetSlot.Bookkeeping(rules, own, shared, expenses, metrics, clock), footing, limits.answerWait());
    }

    @Override
    public Uni<Admission> admit(Call call) {
        return budgets.admit(call);
    }

    /** How much of the limits is used, as the shared books say or, while they are away, this process's own. */
    public Uni<Standing> standing() {
        boolean sharedCount =
                !(footing.course() instanceof Course.Stop) && !(footing.course() instanceof Course.OwnShare);
        Uni<Standing> ours = Uni.createFrom().item(() -> new Standing(own.read(), plan(), processes(), false));
        return sharedCount
                ? shared.read(PURPOSES)
                        .map(used -> new Standing(used, plan(), processes(), true))
                        .onFailure()
                        .recoverWithUni(ours)
                : ours;
    }

    /**
     * How much of the limits is used.
     *
     * @param shared whether all processes are counted, or only this one
     */
    public record Standing(Consumption used, AllowancePlan plan, int processes, boolean shared) {}

    private AllowancePlan plan() {
        return rules.plan();
    }

    private int processes() {
        return footing.coordination().processes();
    }

    @Scheduled(every = "${viva.llm.budget.heartbeat:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> beat() {
        return shared.beat(process, limits.silence())
                .chain(this::standing)
                .invoke(standing -> metrics.read(standing.used()))
                .replaceWithVoid();
    }

    void start(@Observes StartupEvent event) {
        beat().subscribe().with(done -> {}, failure -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        shared.leave(process).subscribe().with(done -> {}, failure -> {});
    }
}
