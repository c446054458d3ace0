package viva.platform.health;

import io.smallrye.mutiny.Uni;

/** A server or another service that this process works with, as a bean. */
public interface Dependency {
    /** What sort of thing it is. */
    enum Kind {
        /** Part of the deployment: a process that never reached it is not configured well, so it has not started. */
        SERVER,
        /** Another service, which may start later. */
        PEER
    }

    /** Its name in the answers of the probes, in the metric and in {@link HealthConfig#needed()}. */
    String name();

    Kind kind();

    /** Asks for a sign of life: any item is one, a failure says that it is away. Never blocks. */
    Uni<?> probe();
}
