package viva.life.shard;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.function.Consumer;
import viva.life.clock.World;
import viva.life.command.Decisions;
import viva.life.decision.Now;
import viva.life.encounter.Passersby;
import viva.life.history.HistoryConfig;
import viva.life.ownership.FencedTransaction;
import viva.life.ownership.Lease;
import viva.life.ownertalk.AnswerCircuit;
import viva.life.reading.PromptReader;
import viva.life.recall.PromptRecall;
import viva.life.watch.Watching;
import viva.platform.messaging.Broker;
import viva.platform.messaging.MessageTraces;
import viva.platform.outbox.Inbox;
import viva.platform.outbox.Outbox;

/**
 * What every shard of a replica works with.
 *
 * @param fenced told when a shard turns out to be somebody else's
 */
record ShardContext(
        Pool pool,
        FencedTransaction transactions,
        Inbox inbox,
        Outbox outbox,
        Broker broker,
        World world,
        Decisions decisions,
        Now.Company company,
        AnswerCircuit circuit,
        Watching watching,
        Passersby passersby,
        Pace pace,
        PromptReader reader,
        PromptRecall recall,
        AsyncSemaphore reading,
        AsyncSemaphore checkpoints,
        ShardConfig config,
        HistoryConfig history,
        ShardMetrics metrics,
        MessageTraces traces,
        Vertx vertx,
        Consumer<Lease> fenced) {}
