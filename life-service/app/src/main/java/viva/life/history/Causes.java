package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.life.clock.World;
import viva.life.explanation.Explanation;
import viva.life.folding.JournalEntry;
import viva.life.mind.Input;
import viva.life.mind.Mind;
import viva.life.resident.Resident;
import viva.platform.service.problem.Rejected;

/** Why an avatar changed, worked out by living again up to the change. */
@Singleton
public class Causes {
    private final Pool pool;
    private final World world;

    Causes(Pool pool, World world) {
        this.pool = pool;
        this.world = world;
    }

    /** What a message did: one that the avatar heard, or one that it said. */
    public Uni<List<Explanation>> ofMessage(Resident resident, MessageId message) {
        return PastTable.ticksOf(pool, resident.id(), message)
                .chain(ticks -> explain(resident, known(ticks, "message"), null));
    }

    /** What came of a conversation, turn by turn, as far as it has been lived; at most {@value Retelling#MOST} changes. */
    public Uni<List<Explanation>> ofConversation(Resident resident, ConversationId conversation) {
        return PastTable.ticksOf(pool, resident.id(), conversation, Retelling.MOST)
                .chain(ticks -> explain(resident, known(ticks, "conversation"), conversation));
    }

    /** What happened at a tick. */
    public Uni<List<Explanation>> ofTick(Resident resident, long tick) {
        long lived = resident.mind().tick();
        if (tick < 1 || tick > lived) {
            throw Rejected.invalid("tick", "must be in [1," + lived + "]: this life has had no more ticks yet");
        }
        return explain(resident, List.of(tick), null);
    }

    private static List<Long> known(List<Long> ticks, String what) {
        if (ticks.isEmpty()) {
            throw Rejected.notFound(what);
        }
        return ticks;
    }

    private Uni<List<Explanation>> explain(Resident resident, List<Long> ticks, ConversationId conversation) {
        long most = ticks.getLast() + (conversation == null ? 0 : Retelling.LONGEST_TALK);
        long last = Math.min(most, resident.mind().tick());
        return PastTable.baseBeforeTick(pool, resident.id(), ticks.getFirst())
                .chain(base -> PastTable.entries(pool, resident.id(), Past.tick(base), last)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(entries -> explain(
                                base,
                                entries,
                                new Retelling(
                                        world.lives(), base.orElse(null), Set.copyOf(ticks), last, conversation))));
    }

    private static List<Explanation> explain(Optional<Mind> base, List<JournalEntry> entries, Retelling retelling) {
        boolean begins = !entries.isEmpty() && entries.getFirst().input() instanceof Input.Born;
        if (base.isEmpty() && !begins) {
            throw Rejected.invalid("tick", "is older than the past that is kept of this avatar");
        }
        return retelling.of(entries);
    }
}
