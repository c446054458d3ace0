package viva.platform.service.context;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings work that ran elsewhere back to the Vert.x context that asked for it: a Hibernate session belongs to one. */
public final class OwnContext {
    private OwnContext() {}

    /** Emits on the context of the subscriber; where there is none, on the thread that {@code elsewhere} emits on. */
    public static <T> Uni<T> returning(Uni<T> elsewhere) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return context == null ? elsewhere : elsewhere.emitOn(task -> context.runOnContext(_ -> task.run()));
        });
    }
}
