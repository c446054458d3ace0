package viva.life.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.ShardId;
import viva.contracts.message.CloudEvent;
import viva.contracts.message.LifeCommand;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Outbox;

/**
 * The way of commands that this service gives itself. They go through the outbox, where a shard's queue that takes nothing holds up neither the
 * commands to other shards nor the events that they follow from.
 */
@Singleton
public class Handover {
    private final Pool pool;
    private final Outbox outbox;

    Handover(Pool pool, Outbox outbox) {
        this.pool = pool;
        this.outbox = outbox;
    }

    /** Completes when the commands are certain to reach the queues of their avatars' shards, after those before them. */
    public Uni<Void> toShards(List<CloudEvent<? extends LifeCommand>> commands) {
        if (commands.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return pool.withTransaction(tx -> Uni.join()
                        .all(commands.stream()
                                .map(command -> outbox.append(
                                        tx, ShardId.of(command.subject()), List.of(Outgoing.toAvatar(command))))
                                .toList())
                        .andFailFast())
                .invoke(outbox::committed)
                .replaceWithVoid();
    }
}
