package viva.gateway.phoenix;

import io.smallrye.mutiny.Uni;

/** Decides on joins to topics of one kind, such as {@code avatar:<id>}. Every bean of this type is asked for its topics. */
public interface ChannelFamily {
    /** What its topics begin with, the colon included, such as {@code avatar:}. No two families share one. */
    String prefix();

    /**
     * Decides on a join. Runs on an event loop with a context of its own; a failure counts as a bug and is answered with {@code
     * join crashed}.
     */
    Uni<JoinDecision> join(JoinRequest request);
}
