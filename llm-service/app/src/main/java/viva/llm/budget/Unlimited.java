package viva.llm.budget;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** No limits. It stands in where no other {@link Budgets} are on the class path. */
@Singleton
@DefaultBean
class Unlimited implements Budgets {
    private static final Slot FREE = new Slot() {
        @Override
        public void began() {}

        @Override
        public void settle(Usage usage) {}

        @Override
        public void failed() {}

        @Override
        public void throttled(Optional<Duration> retryAfter) {}
    };

    @Override
    public Uni<Admission> admit(Call call) {
        return Uni.createFrom().item(new Admission.Granted(FREE));
    }
}
