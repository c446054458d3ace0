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
import viva.life.shard.ShardState.Gone;
import viva.life.shard.ShardState.Idle;
import viva.life.shard.ShardState.Loading;
import viva.life.shard.ShardState.Work;
import viva.life.shard.ShardState.Working;
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
    private final ShardContext context;
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

    private ShardState state = new Loading();
    private Runnable alarm = () -> {};
    private UniEmitter<? super Void> drained;

    Shard(Lease lease, ShardContext context) {
        this.lease = lease;
        this.context = context;
        this.loop = Loop.of(context.vertx());
        this.sampling = new Sampling(lease.shard(), context.history().sampleEvery(), context.world());
        this.store = new ShardStore(lease, context, loop);
        this.upgrade = new Upgrade(lease, context, store);
        this.patience = new Patience(context.config());
        this.checkpoints = new Checkpoints(context);
        this.headcount = new Headcount(context.metrics());
        this.unread = new Unread(lease, context.config().rereadEvery());
        this.mailbox = new Mailbox(message ->
                context.reader().begin(message.content(), population.language(message.avatarId()), this::wake));
        this.ticker = new Ticker(lease.shard(), context, population, mailbox);
        this.waiting = new Waiting(context.world(), mailbox, answers, stages, ticker);
        this.consumer = new QueueConsumer(
                context.broker().consuming(),
                Topology.shardQueue(lease.shard()),
                context.config().prefetch(),
                context.metrics().letters(),
                context.traces(),
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
                    switch (state) {
                        case Idle idle -> {
                            state = idle.drains();
                            finish();
                        }
                        case Working working -> state = working.drains();
                        case Loading _, Gone _ -> gone();
                    }
                }));
    }

    void drop() {
        loop.execute(this::gone);
    }

    private void gone() {
        state = new Gone();
        headcount.gone();
        alarm.run();
        ticker.stop();
        consumer.stop().subscribe().with(done -> {}, failure -> LOG.debugf("%s: %s", lease, failure));
        if (drained != null) {
            drained.complete(null);
        }
    }

    private void load() {
        if (!(state instanceof Loading)) {
            return;
        }
        population.clear();
        store.readAll(this::welcome, () -> state instanceof Loading)
                .call(() -> loop.run(upgrade.of(population.minded())))
                .subscribe()
                .with(this::live, failure -> {
                    LOG.warnf("%s cannot be read yet: %s", lease, failure.toString());
                    loop.after(context.config().longestPause(), this::load);
                });
    }

    private void welcome(Minds minds) {
        population.stored(minds);
        minds.residents().forEach(context.passersby()::passes);
    }

    private void live(ShardStore.Truth truth) {
        if (!(state instanceof Loading loading)) {
            return;
        }
        LOG.debugf("%s lives %d avatars", lease, population.size());
        state = loading.loaded();
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
        switch (state) {
            case Idle _ -> take(delivery);
            case Working working -> {
                if (!working.draining()) {
                    take(delivery);
                }
            }
            case Loading _, Gone _ -> {}
        }
    }

    private void take(Delivery delivery) {
        mailbox.accept(delivery, System.nanoTime());
        pump();
    }

    /** The one place that decides what happens next. */
    private void pump() {
        try {
            switch (state) {
                case Idle idle -> next(idle, System.nanoTime());
                case Working(Work work, boolean draining) -> {
                    if (work == Work.CHECKPOINT && !draining) {
                        tickOn();
                    }
                }
                case Loading _, Gone _ -> {}
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s stumbled; it goes on", lease);
            if (state instanceof Idle) {
                checkpoints.ended();
            }
            patience.longest(System.nanoTime());
            rest(System.nanoTime());
        }
    }

    private void next(Idle idle, long now) {
        if (patience.waits(now)) {
            rest(now);
            return;
        }
        if (doubt.isOpen() || unread.isDue(now)) {
            recover(idle);
            return;
        }
        mailbox.expire(now);
        answers.due(context.world().realNow()).forEach(ask -> mailbox.add(new Task.Overdue(ask)));
        if (!population.isDirty()) {
            checkpoints.idle(now);
        }
        ticker.tick();
        stages.due(context.world().now(), answers::awaits).forEach(encounter -> mailbox.add(new Task.Turn(encounter)));
        if (checkpoints.begins(population.isDirty(), sampling.isDue(), now)) {
            checkpoint(idle);
            return;
        }
        List<Task> tasks = mailbox.next(population::isKnown, population::isUnreadable, now);
        if (tasks.isEmpty()) {
            rest(now);
        } else {
            commit(idle, new Transaction(lease.shard(), tasks));
        }
    }

    /** Ticks continue while a checkpoint is written; ticks with effects wait for the next transaction. */
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

    private void commit(Idle idle, Transaction transaction) {
        state = idle.begins(Work.TASKS);
        long begun = System.nanoTime();
        store.attempt(tx -> transaction.run(
                        tx,
                        context.decisions(),
                        context.world().moment(context.company()),
                        memory,
                        context.inbox(),
                        context.outbox()))
                .subscribe()
                .with(done -> committed(transaction, begun), failure -> failed(transaction, failure));
    }

    private void committed(Transaction transaction, long begun) {
        if (!ended()) {
            return;
        }
        patience.reset();
        if (transaction.hasMessages()) {
            context.outbox().committed();
        }
        context.metrics().committed(transaction.tasks().size(), System.nanoTime() - begun);
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
        changed.forEach(context.passersby()::changed);
        transaction.settle(mailbox, stages);
        mailbox.born(population::isKnown);
        for (Change change : transaction.changes()) {
            context.circuit().learn(change, context.world().realNow());
            if (change instanceof Change.AnswerAwaited(Ask ask) && ask.isForOwner()) {
                context.watching().typing(ask.avatar());
            }
        }
        changed.forEach(context.watching()::show);
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
        checkpoints.ended();
        context.metrics().rolledBack();
        if (failure instanceof FencedException && !(state instanceof Gone)) {
            LOG.warnf("%s", failure.getMessage());
            gone();
            context.fenced().accept(lease);
        }
        doubt.about(about);
        return ended();
    }

    /** The transaction is over; false when the shard was over before. */
    private boolean ended() {
        if (state instanceof Working working && !working.draining()) {
            state = working.ended();
        }
        return !(state instanceof Gone);
    }

    private void pause(Throwable failure) {
        Duration pause = patience.next(System.nanoTime());
        LOG.warnf("%s waits %d ms for the database: %s", lease, pause.toMillis(), failure.toString());
    }

    private void proceed() {
        switch (state) {
            case Working _ -> finish();
            // Not in this turn of the loop: the other shards on it have their turn, too.
            case Idle _ -> loop.execute(this::pump);
            case Loading _, Gone _ -> {}
        }
    }

    private void checkpoint(Idle idle) {
        var samples = sampling.take(population::living);
        List<Resident> ahead = population.takeAhead(context.config().checkpointSize());
        List<AvatarId> ids = ahead.stream().map(Resident::id).toList();
        state = idle.begins(Work.CHECKPOINT);
        store.checkpoint(ahead, samples)
                .subscribe()
                .with(
                        done -> {
                            checkpoints.ended();
                            if (ended()) {
                                checkpointed(ahead);
                                proceed();
                            }
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
    private void recover(Idle idle) {
        state = idle.begins(Work.RECOVERY);
        doubt.about(unread.again(System.nanoTime()));
        List<AvatarId> ids = doubt.avatars();
        store.truth(ids)
                .subscribe()
                .with(
                        truth -> {
                            if (ended()) {
                                recovered(ids, truth);
                                proceed();
                            }
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
        if (!(state instanceof Gone)) {
            loop.after(context.config().showEvery(), this::showWatched);
            context.watching().showAll(lease.shard(), population::get);
        }
    }

    /** One last checkpoint, unless the fate of a transaction is open; then the messages that wait go back. */
    private void finish() {
        List<Resident> ahead = doubt.isOpen()
                ? List.of()
                : population.takeAhead(context.config().checkpointSize());
        if (ahead.isEmpty()) {
            gone();
            return;
        }
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
