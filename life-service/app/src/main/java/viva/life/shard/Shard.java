package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.life.conversation.Ask;
import viva.life.decision.Change;
import viva.life.history.Sampling;
import viva.life.ownership.FencedException;
import viva.life.ownership.Lease;
import viva.life.ownership.Loop;
import viva.life.resident.Minds;
import viva.life.resident.Resident;
import viva.platform.messaging.Delivery;
import viva.platform.messaging.QueueConsumer;
import viva.platform.messaging.Topology;

/**
 * One shard while this replica owns it. All of its state belongs to its {@link Loop}, and it does one thing at a time: while a
 * transaction is under way everything else waits, and goes together into the next one. So transactions grow with the load by
 * themselves.
 *
 * <p>Memory follows the database, never the other way round: what a transaction decided is taken over after its commit, and messages
 * are acknowledged after that. A kill before the commit leaves nothing and the broker hands the messages out again; a kill after it
 * leaves the inbox rows, by which the messages are known when they come again. When the fate of a transaction is unknown, the minds
 * it was about are read again before anything else happens.
 */
final class Shard {
    private static final Logger LOG = Logger.getLogger(Shard.class);

    private final Lease lease;
    private final Surroundings here;
    private final Loop loop;
    private final Population population = new Population();
    private final Mailbox mailbox;
    private final AwaitedAnswers answers = new AwaitedAnswers();
    private final Stages stages = new Stages();
    private final Profiles profiles = new Profiles();
    private final Memory memory = new Memory(population, answers, stages, profiles);
    private final Unread unread;
    private final Ticker ticker;
    private final Waiting waiting;
    private final Patience patience;
    private final Checkpoints checkpoints;
    private final Headcount headcount;
    private final Doubt doubt = new Doubt();
    private final Sampling sampling;
    private final ShardStore store;
    private final Upgrade upgrade;
    private final QueueConsumer consumer;

    private Phase phase = Phase.LOADING;
    private boolean busy;
    private Runnable alarm = () -> {};
    private UniEmitter<? super Void> drained;

    Shard(Lease lease, Surroundings here) {
        this.lease = lease;
        this.here = here;
        this.loop = Loop.of(here.vertx());
        this.sampling = new Sampling(lease.shard(), here.history().sampleEvery(), here.world());
        this.store = new ShardStore(lease, here, loop);
        this.upgrade = new Upgrade(lease, here, store);
        this.patience = new Patience(here.config());
        this.checkpoints = new Checkpoints(here);
        this.headcount = new Headcount(here.metrics());
        this.unread = new Unread(lease, here.config().rereadEvery());
        this.mailbox = new Mailbox(
                message -> here.reader().begin(message.content(), population.language(message.avatarId()), this::wake));
        this.ticker = new Ticker(lease.shard(), here, population, mailbox);
        this.waiting = new Waiting(here.world(), mailbox, answers, stages, ticker);
        this.consumer = new QueueConsumer(
                here.broker().consuming(),
                Topology.shardQueue(lease.shard()),
                here.config().prefetch(),
                here.metrics().letters(),
                here.traces(),
                delivery -> loop.execute(() -> accept(delivery)));
    }

    Lease lease() {
        return lease;
    }

    void begin() {
        loop.execute(this::load);
    }

    /** Looks anew for what is to do. May be called from any thread. */
    void wake() {
        loop.execute(this::pump);
    }

    /** Finishes what is under way; completes when nothing of this shard is on its way to the database any more. */
    Uni<Void> drain() {
        return Uni.createFrom()
                .emitter(emitter -> loop.execute(() -> {
                    drained = emitter;
                    if (phase != Phase.LIVING) {
                        gone();
                        return;
                    }
                    phase = Phase.DRAINING;
                    if (!busy) {
                        finish();
                    }
                }));
    }

    void drop() {
        loop.execute(this::gone);
    }

    private void gone() {
        phase = Phase.GONE;
        headcount.gone();
        alarm.run();
        ticker.stop();
        consumer.stop().subscribe().with(done -> {}, failure -> LOG.debugf("%s: %s", lease, failure));
        if (drained != null) {
            drained.complete(null);
        }
    }

    private void load() {
        if (phase != Phase.LOADING) {
            return;
        }
        population.clear();
        store.readAll(this::welcome, () -> phase == Phase.LOADING)
                .call(() -> loop.run(upgrade.of(population.minded())))
                .subscribe()
                .with(this::live, failure -> {
                    LOG.warnf("%s cannot be read yet: %s", lease, failure.toString());
                    loop.after(here.config().longestPause(), this::load);
                });
    }

    private void welcome(Minds minds) {
        population.stored(minds);
        minds.residents().forEach(ticker::passes);
    }

    private void live(ShardStore.Truth truth) {
        if (phase != Phase.LOADING) {
            return;
        }
        LOG.debugf("%s lives %d avatars", lease, population.size());
        phase = Phase.LIVING;
        counted();
        answers.add(truth.awaited());
        truth.voiced().forEach(stages::stored);
        consumer.start().subscribe().with(done -> {}, failure -> LOG.warnf("%s: %s", lease, failure));
        showWatched();
        pump();
    }

    private void counted() {
        headcount.is(population.size(), population.unreadable().size());
        unread.are(population.unreadable(), System.nanoTime());
    }

    private void accept(Delivery delivery) {
        if (phase == Phase.LIVING) {
            mailbox.accept(delivery, System.nanoTime());
            pump();
        }
    }

    /** The one place that decides what happens next. */
    private void pump() {
        if (phase != Phase.LIVING || (busy && !checkpoints.isRunning())) {
            return;
        }
        try {
            if (checkpoints.isRunning()) {
                tickOn();
            } else {
                next(System.nanoTime());
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s stumbled; it goes on", lease);
            if (!busy) {
                checkpoints.ended();
            }
            patience.longest(System.nanoTime());
            rest(System.nanoTime());
        }
    }

    private void next(long now) {
        if (patience.waits(now)) {
            rest(now);
            return;
        }
        if (doubt.isOpen() || unread.isDue(now)) {
            recover();
            return;
        }
        mailbox.expire(now);
        answers.due(here.world().realNow()).forEach(ask -> mailbox.add(new Task.Overdue(ask)));
        if (!population.isDirty()) {
            checkpoints.idle(now);
        }
        ticker.tick();
        stages.due(here.world().now(), answers::awaits).forEach(encounter -> mailbox.add(new Task.Turn(encounter)));
        if (checkpoints.begins(population.isDirty(), sampling.isDue(), now)) {
            checkpoint();
            return;
        }
        List<Task> tasks = mailbox.next(population::isKnown, population::isUnreadable, now);
        if (tasks.isEmpty()) {
            rest(now);
        } else {
            commit(new Transaction(lease.shard(), tasks));
        }
    }

    /** A checkpoint is about the past: a slow database makes nobody late. What a tick does in the world waits for its turn. */
    private void tickOn() {
        ticker.tick();
        alarm.run();
        ticker.untilNext().ifPresent(delay -> alarm = loop.after(delay, this::pump));
    }

    /** Nothing to do right now: wakes up when there is. */
    private void rest(long now) {
        alarm.run();
        alarm = loop.after(Duration.ofNanos(Math.max(0, nextAlarm(now) - now)), this::pump);
    }

    private long nextAlarm(long now) {
        if (patience.waits(now)) {
            return patience.resumeNanos();
        }
        long next = unread.orSooner(waiting.nextNanos(now));
        return population.isDirty() ? Math.min(next, checkpoints.dueNanos()) : next;
    }

    private void commit(Transaction transaction) {
        busy = true;
        long begun = System.nanoTime();
        store.attempt(tx -> transaction.run(
                        tx, here.decisions(), here.world().moment(here.company()), memory, here.inbox(), here.outbox()))
                .subscribe()
                .with(done -> committed(transaction, begun), failure -> failed(transaction, failure));
    }

    private void committed(Transaction transaction, long begun) {
        busy = false;
        if (phase == Phase.GONE) {
            return;
        }
        patience.reset();
        here.outbox().committed();
        here.metrics().committed(transaction.tasks().size(), System.nanoTime() - begun);
        try {
            took(transaction);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s stumbled after a commit; it reads again what that was about", lease);
            doubt.about(transaction.avatars());
            mailbox.again(transaction.tasks());
        }
        proceed();
    }

    private void took(Transaction transaction) {
        var changed = memory.committed(transaction.changes());
        counted();
        changed.forEach(ticker::changed);
        transaction.settle(mailbox, stages);
        mailbox.born(population::isKnown);
        for (Change change : transaction.changes()) {
            here.circuit().learn(change, here.world().realNow());
            if (change instanceof Change.AnswerAwaited(Ask ask) && ask.isForOwner()) {
                here.watching().typing(ask.avatar());
            }
        }
        changed.forEach(here.watching()::show);
    }

    private void failed(Transaction transaction, Throwable failure) {
        if (!survives(failure, transaction.avatars())) {
            return;
        }
        if (!mailbox.blames(transaction.tasks(), failure, System.nanoTime())) {
            pause(failure);
        }
        proceed();
    }

    /** Notes what a failure of a transaction means for the shard; false when the shard is over. */
    private boolean survives(Throwable failure, List<AvatarId> about) {
        busy = false;
        checkpoints.ended();
        here.metrics().rolledBack();
        if (failure instanceof FencedException && phase != Phase.GONE) {
            LOG.warnf("%s", failure.getMessage());
            gone();
            here.fenced().accept(lease);
        }
        doubt.about(about);
        return phase != Phase.GONE;
    }

    private void pause(Throwable failure) {
        Duration pause = patience.next(System.nanoTime());
        LOG.warnf("%s waits %d ms for the database: %s", lease, pause.toMillis(), failure.toString());
    }

    private void proceed() {
        if (phase == Phase.DRAINING) {
            finish();
        } else {
            // Not in this turn of the loop: the other shards on it have their turn, too.
            loop.execute(this::pump);
        }
    }

    private void checkpoint() {
        var samples = sampling.take(population::living);
        List<Resident> ahead = population.takeAhead(here.config().checkpointSize());
        List<AvatarId> ids = ahead.stream().map(Resident::id).toList();
        busy = true;
        store.checkpoint(ahead, samples)
                .subscribe()
                .with(
                        done -> {
                            busy = false;
                            checkpoints.ended();
                            checkpointed(ahead);
                            proceed();
                        },
                        failure -> tryAgain(failure, ids));
        tickOn();
    }

    private void tryAgain(Throwable failure, List<AvatarId> about) {
        if (survives(failure, about)) {
            pause(failure);
            proceed();
        }
    }

    private void checkpointed(List<Resident> written) {
        patience.reset();
        checkpoints.wrote(written.size(), System.nanoTime());
    }

    /** Reads again what a transaction of unknown fate was about, after it is over. */
    private void recover() {
        busy = true;
        doubt.about(unread.again(System.nanoTime()));
        List<AvatarId> ids = doubt.avatars();
        store.truth(ids)
                .subscribe()
                .with(
                        truth -> {
                            busy = false;
                            recovered(ids, truth);
                            proceed();
                        },
                        failure -> tryAgain(failure, List.of()));
    }

    private void recovered(List<AvatarId> ids, ShardStore.Truth truth) {
        memory.recovered(ids, truth);
        doubt.settled(ids);
        counted();
        mailbox.born(population::isKnown);
    }

    private void showWatched() {
        if (phase != Phase.GONE) {
            loop.after(here.config().showEvery(), this::showWatched);
            here.watching().showAll(lease.shard(), population::get);
        }
    }

    /** One last checkpoint, unless the fate of a transaction is open; then the messages that wait go back. */
    private void finish() {
        List<Resident> ahead =
                doubt.isOpen() ? List.of() : population.takeAhead(here.config().checkpointSize());
        if (ahead.isEmpty()) {
            gone();
            return;
        }
        busy = true;
        store.checkpoint(ahead, List.of())
                .subscribe()
                .with(
                        done -> {
                            checkpointed(ahead);
                            finish();
                        },
                        failure -> gone());
    }
}
