package viva.relationship.block;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import viva.contracts.message.BlockChangedV1;
import viva.contracts.message.CloudEvent;
import viva.platform.messaging.QueueHandler;
import viva.platform.messaging.Topology;
import viva.platform.messaging.UnhandleableMessage;
import viva.platform.panache.SessionOutbox;
import viva.relationship.ledger.Blocking;
import viva.relationship.people.Presence;

/** Learns from the matchmaker who is blocked. Each change is told once per side; that of the blocker counts. */
@Singleton
class BlockNews implements QueueHandler<BlockChangedV1> {
    private final Blocking blocking;
    private final Presence presence;
    private final SessionOutbox outbox;

    BlockNews(Blocking blocking, Presence presence, SessionOutbox outbox) {
        this.blocking = blocking;
        this.presence = presence;
        this.outbox = outbox;
    }

    @Override
    public String queue() {
        return Topology.RELATIONSHIP_BLOCKS;
    }

    @Override
    public Class<BlockChangedV1> type() {
        return BlockChangedV1.class;
    }

    @Override
    public Uni<Void> handle(CloudEvent<BlockChangedV1> message) {
        BlockChangedV1 news = message.data();
        if (news.otherId() == null || news.otherId().equals(news.avatarId())) {
            return Uni.createFrom().failure(new UnhandleableMessage("a block of nobody: " + message.id()));
        }
        return news.own()
                ? outbox.transaction(() -> follow(news))
                : Uni.createFrom().voidItem();
    }

    /** Of an avatar that is erased nothing is kept, whatever was said of it before. */
    private Uni<Void> follow(BlockChangedV1 news) {
        return presence.ofAll(List.of(news.avatarId(), news.otherId())).chain(there -> {
            if (!there) {
                return Uni.createFrom().voidItem();
            }
            return news.blocked()
                    ? blocking.begin(news.avatarId(), news.otherId())
                    : blocking.end(news.avatarId(), news.otherId());
        });
    }
}
