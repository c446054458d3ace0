package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.Reading;
import viva.contracts.ShardId;
import viva.contracts.message.OwnerMessageV1;
import viva.life.command.Decisions;
import viva.life.command.Reads;
import viva.life.command.Trigger;
import viva.life.decision.Change;
import viva.life.decision.ChangedView;
import viva.life.decision.CommandResult;
import viva.life.decision.Decision;
import viva.life.decision.Now;
import viva.life.decision.Posting;
import viva.life.decision.Read;
import viva.platform.messaging.Outgoing;
import viva.platform.outbox.Inbox;
import viva.platform.outbox.Outbox;

/**
 * One attempt to do some tasks in one transaction: which of them are new, what is to be read for them, what they come to, and the writing of it.
 * It changes nothing in memory; when it was committed, its shard applies {@link #changes()} and settles it.
 */
final class Transaction {
    private static final Logger LOG = Logger.getLogger(Transaction.class);

    private final ShardId shard;
    private final List<Task> tasks;
    private final Map<Task, CommandResult> results = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Posting> messages = new ArrayList<>();

    Transaction(ShardId shard, List<Task> tasks) {
        this.shard = shard;
        this.tasks = tasks;
    }

    List<Task> tasks() {
        return tasks;
    }

    /** What was decided, in order. */
    List<Change> changes() {
        return changes;
    }

    /** Whether anything was written into the outbox. */
    boolean hasMessages() {
        return !messages.isEmpty();
    }

    /** Those that its tasks are about. */
    List<AvatarId> avatars() {
        return tasks.stream().map(Task::avatar).toList();
    }

    /** Does the tasks; fails with a {@link TaskFailedException} when one of them cannot be done. */
    Uni<Void> run(SqlConnection tx, Decisions decisions, Now now, Memory memory, Inbox inbox, Outbox outbox) {
        return inbox.firstTimers(tx, shard, keys())
                .chain(fresh -> decide(tx, triggers(fresh), decisions, now, memory))
                .chain(() -> new ChangeWriter(changes).write(tx, shard, outbox, outgoing()));
    }

    private List<Outgoing> outgoing() {
        return messages.stream().map(Postings::outgoing).toList();
    }

    private List<UUID> keys() {
        List<UUID> keys = new ArrayList<>(tasks.size());
        for (Task task : tasks) {
            if (task instanceof Task.Letter letter) {
                keys.add(letter.id());
            }
        }
        return keys;
    }

    /** The triggers of the tasks in order; none for a command that was done before. */
    private Map<Task, Trigger> triggers(Set<UUID> fresh) {
        Map<Task, Trigger> triggers = new LinkedHashMap<>();
        for (Task task : tasks) {
            if (task instanceof Task.Letter letter && !fresh.contains(letter.id())) {
                results.put(task, new CommandResult.Ignored("it was done before"));
            } else {
                triggers.put(task, trigger(task));
            }
        }
        return triggers;
    }

    private static Trigger trigger(Task task) {
        return switch (task) {
            case Task.Letter letter ->
                new Trigger.Commanded(
                        letter.envelope(),
                        letter.command(),
                        letter.reading() == null ? null : letter.reading().settle());
            case Task.Overdue overdue -> new Trigger.AnswerDue(overdue.ask());
            case Task.Due due -> new Trigger.TicksDue(due.avatar(), due.at(), due.reaches());
            case Task.Turn turn -> new Trigger.TurnDue(turn.encounter());
        };
    }

    private Uni<Void> decide(
            SqlConnection tx, Map<Task, Trigger> triggers, Decisions decisions, Now now, Memory memory) {
        CommittedView remembered = memory.view(Facts.NONE, readings(triggers));
        Set<Read> reads = new LinkedHashSet<>();
        triggers.values().forEach(trigger -> reads.addAll(Reads.needs(trigger, remembered, now)));
        return new FactReader(reads)
                .read(tx, shard, memory.profiles())
                .invoke(facts -> decide(triggers, decisions, new ChangedView(remembered.with(facts)), now))
                .replaceWithVoid();
    }

    private static Map<MessageId, Reading> readings(Map<Task, Trigger> triggers) {
        Map<MessageId, Reading> readings = new HashMap<>();
        for (Trigger trigger : triggers.values()) {
            if (trigger instanceof Trigger.Commanded commanded
                    && commanded.command() instanceof OwnerMessageV1 message) {
                readings.put(message.messageId(), commanded.reading());
            }
        }
        return readings;
    }

    private void decide(Map<Task, Trigger> triggers, Decisions decisions, ChangedView view, Now now) {
        triggers.forEach((task, trigger) -> {
            try {
                Decision decision = decisions.decide(trigger, view, now);
                decision.changes().forEach(view::apply);
                changes.addAll(decision.changes());
                messages.addAll(decision.messages());
                results.put(task, decision.result());
            } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
                throw new TaskFailedException(task, e);
            }
        });
    }

    /** It is committed: tells those who wait for its tasks. */
    void settle(Mailbox mailbox, Stages stages) {
        results.forEach((task, result) -> {
            mailbox.relieved(task);
            if (result instanceof CommandResult.Ignored(String reason)) {
                LOG.debugf("%s changed nothing: %s", task.describe(), reason);
            }
            if (task instanceof Task.Turn turn) {
                stages.settled(turn.encounter(), result instanceof CommandResult.Applied);
            }
            if (task instanceof Task.Letter letter) {
                rejection(result).ifPresentOrElse(reason -> mailbox.reject(letter, reason), () -> mailbox.done(letter));
            }
        });
    }

    /** The reason why a task was rejected. */
    private static Optional<String> rejection(CommandResult result) {
        return switch (result) {
            case CommandResult.Rejected rejected -> Optional.of(rejected.reason());
            case CommandResult.Applied _, CommandResult.Ignored _ -> Optional.empty();
        };
    }
}
