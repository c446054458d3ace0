package viva.llm.budget;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import viva.llm.allowance.Consumption;
import viva.llm.allowance.Decision;
import viva.llm.allowance.Demand;
import viva.llm.allowance.Grant;

/** The books in Redis as this process uses them: an answer that does not come in time counts as missed. */
final class SharedBooks {
    private final RedisBooks redis;
    private final Footing footing;
    private final Duration timeout;

    SharedBooks(RedisBooks redis, Footing footing, Duration timeout) {
        this.redis = redis;
        this.footing = footing;
        this.timeout = timeout;
    }

    /**
     * A decision, or a failure when there is none in time. A place that was granted too late, or to a caller that has gone, is given
     * back.
     */
    Uni<Decision> admit(Demand demand, String slot) {
        return timely(Uni.createFrom().emitter(emitter -> {
            AtomicBoolean gone = new AtomicBoolean();
            emitter.onTermination(() -> gone.set(true));
            redis.admit(demand, slot)
                    .subscribe()
                    .with(
                            decision -> {
                                if (gone.get()) {
                                    giveBack(decision);
                                } else {
                                    emitter.complete(decision);
                                }
                            },
                            emitter::fail);
        }));
    }

    private void giveBack(Decision decision) {
        if (decision instanceof Decision.Start(Grant grant)) {
            ended(grant, 0, 0);
        }
    }

    void began(Grant grant) {
        report(redis.began(grant));
    }

    void ended(Grant grant, long tokens, long micros) {
        report(redis.ended(grant, tokens, micros));
    }

    void slowDown(Grant grant, long pause) {
        report(redis.slowDown(grant, pause));
    }

    Uni<Consumption> read(Collection<String> purposes) {
        return timely(redis.read(purposes));
    }

    /** Says that this process lives, and learns how many do. Never fails. */
    Uni<Void> beat(String process, Duration silence) {
        return timely(redis.beat(process, BudgetRules.micros(silence)))
                .invoke(footing::reached)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> leave(String process) {
        return timely(redis.leave(process)).onFailure().recoverWithNull();
    }

    private void report(Uni<Void> news) {
        timely(news).subscribe().with(done -> {}, missed -> {});
    }

    private <T> Uni<T> timely(Uni<T> answer) {
        return answer.ifNoItem().after(timeout).fail().onFailure().invoke(this::missed);
    }

    private void missed(Throwable failure) {
        if (failure instanceof RedisBooks.ForgottenBooks) {
            footing.emptied();
        } else {
            footing.missed(failure);
        }
    }
}
