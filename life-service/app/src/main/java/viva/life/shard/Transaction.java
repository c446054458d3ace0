package viva.life.shard;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.MessageId;
import viva.contracts.ShardId;
import viva.life.conversation.Ask;
import viva.life.input.Inputs;
import viva.life.input.Ledger;
import viva.life.input.Reception;
import viva.life.input.Scene;
import viva.platform.outbox.Inbox;
import viva.platform.outbox.Outbox;

/**
 * One attempt to do some tasks in one transaction: which of them are new, what they do, and the writing of it. It changes nothing in
 * memory; when it was committed, its shard reads {@link #ledger()} and settles it.
 */
final class Transaction {
    private static final Logger LOG = Logger.getLogger(Transaction.class);

    private final ShardId shard;
    private final List<Task> tasks;
    private final Ledger ledger = new Ledger();
    private final Map<Task, Reception> receptions = new LinkedHashMap<>();

    Transaction(ShardId shard, List<Task> tasks) {
        this.shard = shard;
        this.tasks = tasks;
    }

    List<Task> tasks() {
        return tasks;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Those that its tasks are about. */
    List<AvatarId> avatars() {
        return tasks.stream().map(Task::avatar).toList();
    }

    /** Does the tasks; fails with a {@link Culprit} when one of them cannot be done. */
    Uni<Void> run(
            SqlConnection tx,
            Inputs inputs,
            Population population,
            Function<MessageId, Ask> asks,
            Profiles profiles,
            Inbox inbox,
            Outbox outbox) {
        return inbox.firstTimers(tx, shard, keys())
                .chain(fresh -> Prefetch.of(tasks, fresh, inputs, population::get, asks)
                        .read(tx, shard, profiles)
                        .invoke(known -> decide(
                                fresh,
                                inputs,
                                new Scene(population::get, population::isUnreadable, asks, known, ledger))))
                .chain(() -> ledger.write(tx, shard, outbox));
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

    private void decide(Set<UUID> fresh, Inputs inputs, Scene scene) {
        for (Task task : tasks) {
            try {
                receptions.put(task, decide(task, fresh, inputs, scene));
            } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
                throw new Culprit(task, e);
            }
        }
    }

    private static Reception decide(Task task, Set<UUID> fresh, Inputs inputs, Scene scene) {
        return switch (task) {
            case Task.Letter letter
            when fresh.contains(letter.id()) -> inputs.take(letter.envelope(), letter.command(), scene);
            case Task.Letter _ -> new Reception.Ignored("it was done before");
            case Task.Overdue overdue -> inputs.overdue(overdue.ask(), scene);
            case Task.Due due -> inputs.live(due.avatar(), due.at(), scene);
            case Task.Turn turn -> inputs.turn(turn.encounter(), scene);
        };
    }

    /** It is committed: tells those who wait for its tasks. */
    void settle(Mailbox mailbox, Stages stages) {
        receptions.forEach((task, reception) -> {
            mailbox.relieved(task);
            if (reception instanceof Reception.Ignored(String reason)) {
                LOG.debugf("%s changed nothing: %s", task.describe(), reason);
            }
            if (task instanceof Task.Turn turn) {
                stages.settled(turn.encounter(), reception instanceof Reception.Taken);
            }
            if (task instanceof Task.Letter letter) {
                refusal(reception)
                        .ifPresentOrElse(reason -> mailbox.reject(letter, reason), () -> mailbox.done(letter));
            }
        });
    }

    /** The reason why a task was refused. */
    private static Optional<String> refusal(Reception reception) {
        return switch (reception) {
            case Reception.Refused refused -> Optional.of(refused.reason());
            case Reception.Taken _, Reception.Ignored _ -> Optional.empty();
        };
    }
}
