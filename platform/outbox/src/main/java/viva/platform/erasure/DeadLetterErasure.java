package viva.platform.erasure;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import viva.contracts.AvatarId;
import viva.platform.messaging.DeadLetterSweep;
import viva.platform.messaging.Topology;

/**
 * Drops the dead letters of this service that name erased avatars. One sweep of a queue runs at a time, in all replicas (an advisory lock);
 * what is asked for meanwhile goes together into the next one, so that an owner with many avatars costs two sweeps.
 */
@Singleton
public class DeadLetterErasure {
    /**
     * Another replica's sweep is waited for so long; then this one fails, and its event is handled again. The session says nothing while the broker
     * hands out a full queue, for less than 30 s.
     */
    private static final String LIMITS =
            "set local lock_timeout = '10s'; set local idle_in_transaction_session_timeout = '30s'";

    private static final String ALONE = "select pg_advisory_xact_lock(hashtext(current_schema() || '.' || $1))";

    private final Pool pool;
    private final DeadLetterSweep letters;
    private final String queue;
    private final List<Request> waiting = new ArrayList<>();
    private boolean sweeping;

    private record Request(AvatarId avatar, UniEmitter<? super Void> asker) {}

    DeadLetterErasure(
            Pool pool, DeadLetterSweep letters, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.pool = pool;
        this.letters = letters;
        this.queue = Topology.deadLettersOf(service + ".");
    }

    /** Completes, on any thread, when no dead letter of this service names the avatar; what dies later is not among them. */
    public Uni<Void> erase(AvatarId avatar) {
        return Uni.createFrom().emitter(asker -> {
            synchronized (this) {
                waiting.add(new Request(avatar, asker));
            }
            begin();
        });
    }

    private void begin() {
        List<Request> together;
        synchronized (this) {
            if (sweeping || waiting.isEmpty()) {
                return;
            }
            sweeping = true;
            together = List.copyOf(waiting);
            waiting.clear();
        }
        Set<AvatarId> avatars = together.stream().map(Request::avatar).collect(Collectors.toSet());
        eraseFrom(queue, avatars)
                .subscribe()
                .with(
                        done -> ended(() -> together.forEach(request -> request.asker.complete(null))),
                        failure -> ended(() -> together.forEach(request -> request.asker.fail(failure))));
    }

    /** The same of any queue that this service alone sweeps. */
    public Uni<Void> eraseFrom(String swept, Set<AvatarId> avatars) {
        return pool.withTransaction(tx -> tx.query(LIMITS)
                .execute()
                .chain(() -> tx.preparedQuery(ALONE).execute(Tuple.of(swept)))
                .chain(() -> letters.drop(swept, avatars))
                .replaceWithVoid());
    }

    private void ended(Runnable telling) {
        synchronized (this) {
            sweeping = false;
        }
        telling.run();
        begin();
    }
}
