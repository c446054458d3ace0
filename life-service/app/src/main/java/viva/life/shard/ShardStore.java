package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import viva.contracts.AvatarId;
import viva.life.conversation.AnswerTable;
import viva.life.conversation.Ask;
import viva.life.conversation.Encounter;
import viva.life.conversation.EncounterTable;
import viva.life.history.Sample;
import viva.life.history.SampleTable;
import viva.life.ownership.Lease;
import viva.life.ownership.Loop;
import viva.life.resident.MindTable;
import viva.life.resident.Minds;
import viva.life.resident.Resident;

/** A shard's way to the database: every outcome comes back to the shard's loop, and after the limit as a failure. */
final class ShardStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Minds NOBODY = new Minds(List.of(), List.of());

    private final Lease lease;
    private final ShardContext context;
    private final Loop loop;

    ShardStore(Lease lease, ShardContext context, Loop loop) {
        this.lease = lease;
        this.context = context;
        this.loop = loop;
    }

    /** What the database says of some avatars, and of all awaited answers and unfinished encounters. */
    record Truth(Minds minds, List<Ask> awaited, List<Encounter> voiced) {}

    /**
     * Reads the whole shard at a takeover: what older epochs committed is visible since the claim, and they can add nothing. A few shards are
     * read at a time, so that the first live soon and the pulse of this replica gets through.
     *
     * @param each gets every page, in the loop
     * @param wanted asked before each page
     */
    Uni<Truth> readAll(Consumer<Minds> each, BooleanSupplier wanted) {
        return loop.run(context.reading().pass(() -> page(BEFORE_ALL, each, wanted)))
                .chain(() -> limited(AnswerTable.awaited(context.pool(), lease.shard())))
                .chain(awaited -> limited(EncounterTable.running(context.pool(), lease.shard()))
                        .map(voiced -> new Truth(NOBODY, awaited, voiced)));
    }

    private Uni<Void> page(UUID after, Consumer<Minds> each, BooleanSupplier wanted) {
        int size = context.config().pageSize();
        return limited(MindTable.page(context.pool(), lease.shard(), after, size))
                .chain(page -> {
                    each.accept(page.minds());
                    return page.last() == null || !wanted.getAsBoolean()
                            ? Uni.createFrom().voidItem()
                            : page(page.last(), each, wanted);
                });
    }

    /** A read that hangs fails, and the shard is read again from the beginning. */
    private <T> Uni<T> limited(Uni<T> read) {
        return loop.run(read, context.config().readLimit());
    }

    /**
     * One fenced transaction. One that is given up after the limit may still be on its way to the fence; it does not get through
     * there. Behind the fence it holds the lock that {@link #truth} waits for.
     */
    Uni<Void> attempt(Function<SqlConnection, Uni<Void>> work) {
        return attempt(context.transactions()::write, work);
    }

    private interface Way {
        Uni<Void> write(Lease lease, Function<SqlConnection, Uni<Void>> work);
    }

    private Uni<Void> attempt(Way way, Function<SqlConnection, Uni<Void>> work) {
        boolean[] givenUp = new boolean[1];
        Uni<Void> attempt = way.write(lease, tx -> {
            if (givenUp[0]) {
                throw new GivenUp();
            }
            return work.apply(tx);
        });
        return loop.run(attempt, context.config().transactionLimit())
                .onFailure()
                .invoke(() -> givenUp[0] = true);
    }

    /** An attempt got to the fence after it was given up. */
    static final class GivenUp extends RuntimeException {}

    /**
     * Writes minds that are ahead of the database, and samples together with the minds they are of. It does not wait for the disk: what a crash of
     * the database takes back was ticks without effects, which whoever takes over from the older minds lives again.
     */
    Uni<Void> checkpoint(List<Resident> ahead, List<Sample> samples) {
        if (ahead.isEmpty() && samples.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return attempt(
                context.transactions()::writeWithoutWaiting,
                tx -> MindTable.checkpoint(tx, lease.shard(), Sample.withTheirs(ahead, samples))
                        .chain(() -> SampleTable.append(tx, lease.shard(), samples)));
    }

    /**
     * Reads residents again, after every transaction of the shard is over whose fate is unknown. They are looked for under their pseudonyms as
     * well: one of those transactions may have taken the id of an erased avatar, and by the mark that stays a late message is recognised.
     */
    Uni<Truth> truth(Collection<AvatarId> ids) {
        return loop.run(
                context.transactions()
                        .afterAllOthers(
                                lease,
                                tx -> MindTable.some(tx, lease.shard(), withPseudonyms(ids))
                                        .chain(found -> AnswerTable.awaited(tx, lease.shard())
                                                .chain(awaited -> EncounterTable.running(tx, lease.shard())
                                                        .map(voiced -> new Truth(found, awaited, voiced))))),
                context.config().transactionLimit());
    }

    private static List<AvatarId> withPseudonyms(Collection<AvatarId> ids) {
        return ids.stream().flatMap(id -> Stream.of(id, id.pseudonym())).toList();
    }
}
