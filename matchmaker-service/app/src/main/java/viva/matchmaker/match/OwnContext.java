package viva.matchmaker.match;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Brings work that ran elsewhere back to the Vert.x context that asked for it: a Hibernate session belongs to one. */
final class OwnContext {
    private OwnContext() {}

    static <T> Uni<T> returning(Uni<T> elsewhere) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            return elsewhere.emitOn(task -> context.runOnContext(_ -> task.run()));
        });
    }
}
