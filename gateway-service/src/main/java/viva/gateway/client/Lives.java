package viva.gateway.client;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import viva.gateway.replica.LifeReplicas;
import viva.gateway.replica.Replicas;

/** The life service, whichever of its replicas answers. */
@Singleton
public class Lives {
    private final Replicas<LifeBackend> replicas;

    Lives(LifeReplicas replicas) {
        this.replicas = replicas.clients(LifeBackend.class);
    }

    /** Asks something that changes nothing. */
    public <T> Uni<T> read(Function<LifeBackend, Uni<T>> question) {
        return replicas.read(question);
    }

    /** Asks for a change. */
    public <T> Uni<T> change(Function<LifeBackend, Uni<T>> question) {
        return replicas.change(question);
    }
}
