package viva.life.ownership;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.concurrent.Executor;

/** One event loop context: everything that runs in it runs one after the other, so its state needs no locks. */
public final class Loop implements Executor {
    private final Vertx vertx;
    private final Context context;

    private Loop(Vertx vertx, Context context) {
        this.vertx = vertx;
        this.context = context;
    }

    /** A context of its own; contexts are spread over the event loops. */
    public static Loop of(Vertx vertx) {
        return new Loop(vertx, ((VertxInternal) vertx).createEventLoopContext());
    }

    @Override
    public void execute(Runnable work) {
        context.runOnContext(ignored -> work.run());
    }

    /** Runs {@code work} after {@code delay}; the answer cancels it. */
    public Runnable after(Duration delay, Runnable work) {
        long timer = vertx.setTimer(Math.max(1, delay.toMillis()), ignored -> execute(work));
        return () -> vertx.cancelTimer(timer);
    }

    /** Subscribes to {@code work} in this context, and hands on its outcome in this context. */
    public <T> Uni<T> run(Uni<T> work) {
        return work.runSubscriptionOn(this).emitOn(this);
    }

    /**
     * As {@link #run(Uni)}, but waits no longer than {@code limit}. The work itself goes on: to cancel it while it waits for a
     * connection would lose the connection.
     */
    public <T> Uni<T> run(Uni<T> work, Duration limit) {
        Uni<T> detached = Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
        return run(detached.ifNoItem().after(limit).fail());
    }
}
