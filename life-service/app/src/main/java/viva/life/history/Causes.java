package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import viva.contracts.AvatarId;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.life.clock.World;
import viva.life.explanation.Explaining;
import viva.life.explanation.Explanation;
import viva.life.folding.Folding;
import viva.life.folding.JournalEntry;
import viva.life.mind.Input;
import viva.life.mind.Lives;
import viva.life.mind.Mind;
import viva.life.resident.Resident;
import viva.platform.service.problem.Rejected;

/** Why an avatar changed, worked out by living again up to the change. */
@Singleton
public class Causes {
    private static final int MOST = 50;

    private final Pool pool;
    private final World world;

    Causes(Pool pool, World world) {
        this.pool = pool;
        this.world = world;
    }

    /** What a message did: one that the avatar heard, or one that it said. */
    public Uni<List<Explanation>> ofMessage(Resident resident, MessageId message) {
        return PastTable.ticksOf(pool, resident.id(), message)
                .chain(ticks -> explain(resident.id(), known(ticks, "message")));
    }

    /** What came of a conversation, at most {@value #MOST} changes. */
    public Uni<List<Explanation>> ofConversation(Resident resident, ConversationId conversation) {
        return PastTable.ticksOf(pool, resident.id(), conversation, MOST)
                .chain(ticks -> explain(resident.id(), known(ticks, "conversation")));
    }

    /** What happened at a tick. */
    public Uni<List<Explanation>> ofTick(Resident resident, long tick) {
        if (tick < 1 || tick > resident.mind().tick()) {
            throw Rejected.invalid(
                    "tick", "must be in [1," + resident.mind().tick() + "]: this life has had no more ticks yet");
        }
        return explain(resident.id(), List.of(tick));
    }

    private static List<Long> known(List<Long> ticks, String what) {
        if (ticks.isEmpty()) {
            throw Rejected.notFound(what);
        }
        return ticks;
    }

    private Uni<List<Explanation>> explain(AvatarId avatar, List<Long> ticks) {
        long first = ticks.getFirst();
        long last = ticks.getLast();
        return PastTable.baseBeforeTick(pool, avatar, first)
                .chain(base -> PastTable.entries(pool, avatar, Past.tick(base), last)
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(entries -> explain(base, entries, ticks)));
    }

    private List<Explanation> explain(Optional<Mind> base, List<JournalEntry> entries, List<Long> ticks) {
        if (base.isEmpty() && (entries.isEmpty() || !(entries.getFirst().input() instanceof Input.Born))) {
            throw Rejected.invalid("tick", "is older than the past that is kept of this avatar");
        }
        Retelling retelling = new Retelling(world.lives(), base.orElse(null));
        for (JournalEntry entry : entries) {
            retelling.take(entry, ticks);
        }
        retelling.end(ticks.getLast());
        return retelling.told;
    }

    /** A life that is lived again and explained at some of its ticks. */
    private static final class Retelling {
        final List<Explanation> told = new ArrayList<>();
        private final Explaining explaining;
        private final Folding folding;
        private Mind mind;

        Retelling(Lives lives, Mind base) {
            explaining = new Explaining(lives);
            folding = new Folding(lives);
            mind = base;
        }

        void take(JournalEntry entry, List<Long> wanted) {
            if (wanted.contains(entry.tick())) {
                told.add(
                        mind == null && entry.input() instanceof Input.Born birth
                                ? explaining.birth(birth)
                                : explaining.input(folding.before(mind, entry), entry.input()));
            }
            mind = folding.after(mind, entry);
        }

        /** The last tick that is wanted may be one that nothing from outside caused. */
        void end(long last) {
            if (mind.tick() < last) {
                told.add(explaining.tick(folding.ticked(mind, last - 1)));
            }
        }
    }
}
