package viva.life.history;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import viva.contracts.ConversationId;
import viva.contracts.MessageId;
import viva.life.clock.World;
import viva.life.explanation.Explanation;
import viva.life.folding.JournalEntry;
import viva.life.mind.Input;
import viva.life.resident.Resident;
import viva.platform.service.problem.ProblemType;
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
        return PastTable.wordsAt(pool, resident.id(), ticks.getFirst())
                .chain(words -> PastTable.baseBeforeTick(pool, resident.id(), ticks.getFirst())
                        .chain(base -> {
                            Retelling retelling = new Retelling(
                                    world.lives(), base.orElse(null), Set.copyOf(ticks), last, conversation, words);
                            return goOn(
                                    resident, retelling, base.isPresent(), Past.tick(base), last, Past.MOST_ENTRIES);
                        }))
                .onFailure(Past::cannotBeLivedAgain)
                .transform(why -> Rejected.of(
                        ProblemType.INVALID, "what happened then cannot be explained any more: " + why.getMessage()));
    }

    /** A page after the other; {@code begun} when something came before it. */
    private Uni<List<Explanation>> goOn(
            Resident resident, Retelling retelling, boolean begun, long after, long last, int left) {
        if (left <= 0) {
            return Uni.createFrom().failure(new InexactPastException("too much happened"));
        }
        return PastTable.page(pool, resident.id(), after, last, null)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(page -> {
                    requireBeginning(begun, page.entries());
                    retelling.goOn(page.entries());
                    return page.last()
                            ? Uni.createFrom().item(retelling.told())
                            : goOn(
                                    resident,
                                    retelling,
                                    true,
                                    page.lastTick(),
                                    last,
                                    left - page.entries().size());
                });
    }

    private static void requireBeginning(boolean begun, List<JournalEntry> entries) {
        if (!begun && (entries.isEmpty() || !(entries.getFirst().input() instanceof Input.Born))) {
            throw Rejected.invalid("tick", "is older than the past that is kept of this avatar");
        }
    }
}
