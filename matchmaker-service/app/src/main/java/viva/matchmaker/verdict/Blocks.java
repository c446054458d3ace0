package viva.matchmaker.verdict;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import viva.contracts.AvatarId;
import viva.contracts.message.BlockChangedV1;
import viva.matchmaker.profile.Ownership;
import viva.platform.messaging.MessageFactory;
import viva.platform.messaging.Outgoing;
import viva.platform.panache.SessionOutbox;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * Whom owners blocked for their avatars. Every change is told to both sides, so that minds and bonds follow. Both forget that they
 * liked each other, so taking a block back restores nothing.
 */
@Singleton
public class Blocks {
    /** How many one avatar can block. */
    static final int MOST = 1_000;

    private static final ProblemType TOO_MANY =
            new ProblemType("too-many-blocks", "This avatar blocks as many as it can", 409);
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final PgVerdicts verdicts;
    private final Ownership ownership;
    private final SessionOutbox outbox;
    private final MessageFactory messages;

    Blocks(PgVerdicts verdicts, Ownership ownership, SessionOutbox outbox, MessageFactory messages) {
        this.verdicts = verdicts;
        this.ownership = ownership;
        this.outbox = outbox;
        this.messages = messages;
    }

    /** One of the caller's avatars blocks somebody who lives or rests; said again, it is told again. */
    public Uni<Void> block(AvatarId avatar, AvatarId other) {
        return outbox.transaction(() -> ownership
                .mine(avatar)
                .chain(self -> ownership.known(other).invoke(found -> Verdicts.refuseFamily(self, found)))
                .chain(() -> verdicts.lock(avatar, other))
                .chain(() -> verdicts.blocksBeside(avatar, other))
                .invoke(Blocks::refuseTooMany)
                .chain(() -> verdicts.give(avatar, other, Kind.BLOCK))
                .chain(() -> verdicts.forgetLiking(other, avatar))
                .chain(() -> tellBoth(avatar, other, true)));
    }

    /** Takes a block of one of the caller's avatars back; nothing happens when there is none. */
    public Uni<Void> unblock(AvatarId avatar, AvatarId other) {
        return outbox.transaction(() -> ownership
                .mine(avatar)
                .chain(() -> verdicts.lock(avatar, other))
                .chain(() -> verdicts.unblock(avatar, other))
                .chain(was ->
                        was ? tellBoth(avatar, other, false) : Uni.createFrom().voidItem()));
    }

    /** Whom one of the caller's avatars blocks, the latest first; at most {@code count}. */
    public Uni<List<Block>> newestOf(AvatarId avatar, int count) {
        return newestOf(avatar, LATEST, HIGHEST, count);
    }

    /** As {@link #newestOf(AvatarId, int)}, after the block of {@code last} at {@code before}. */
    public Uni<List<Block>> newestOf(AvatarId avatar, Instant before, UUID last, int count) {
        return Panache.withSession(
                () -> ownership.mine(avatar).chain(() -> verdicts.blocksOf(avatar, before, last, count)));
    }

    private static void refuseTooMany(long others) {
        if (others >= MOST) {
            throw Rejected.of(TOO_MANY, "at most " + MOST + "; take another block back first");
        }
    }

    private Uni<Void> tellBoth(AvatarId avatar, AvatarId other, boolean blocked) {
        return outbox.append(List.of(
                Outgoing.event(messages.first(new BlockChangedV1(avatar, other, true, blocked))),
                Outgoing.event(messages.first(new BlockChangedV1(other, avatar, false, blocked)))));
    }
}
