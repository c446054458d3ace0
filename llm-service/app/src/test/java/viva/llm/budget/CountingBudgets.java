package viva.llm.budget;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Budgets that grant everything, or nothing, and note what became of each slot. */
public final class CountingBudgets implements Budgets {
    public final List<Call> calls = new CopyOnWriteArrayList<>();
    public final List<String> ends = new CopyOnWriteArrayList<>();
    public final List<Usage> settled = new CopyOnWriteArrayList<>();
    private volatile Admission.Reason refusal;

    public void refuse(Admission.Reason reason) {
        refusal = reason;
    }

    @Override
    public Uni<Admission> admit(Call call) {
        calls.add(call);
        return Uni.createFrom()
                .item(
                        refusal == null
                                ? new Admission.Granted(new Noted())
                                : new Admission.Refused(refusal, Duration.ZERO));
    }

    private final class Noted implements Slot {
        @Override
        public void began() {
            ends.add("began");
        }

        @Override
        public void settle(Usage usage) {
            ends.add("settled");
            settled.add(usage);
        }

        @Override
        public void failed() {
            ends.add("failed");
        }

        @Override
        public void throttled(Optional<Duration> retryAfter) {
            ends.add("throttled " + retryAfter.map(Duration::toSeconds).orElse(-1L));
        }
    }
}
