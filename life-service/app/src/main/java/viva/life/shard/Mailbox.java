package viva.life.shard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import viva.contracts.AvatarId;
import viva.contracts.message.LifeCommand;
import viva.contracts.message.LifecycleV1;
import viva.contracts.message.OwnerMessageV1;
import viva.life.command.Commands;
import viva.life.command.Commands.Needs;
import viva.life.reading.AwaitedReading;
import viva.life.recall.AwaitedRecall;
import viva.platform.messaging.Delivery;

/**
 * What waits for a shard: tasks in the order of their arrival; suspects, each tried alone after a pause because it failed before;
 * and letters to avatars that are not born yet (their birth may be right behind) or whose minds cannot be read (a newer version of this
 * service may be right behind). Belongs to the shard's loop. The consumer's prefetch bounds all of it.
 */
final class Mailbox {
    private static final Logger LOG = Logger.getLogger(Mailbox.class);

    /** Tasks of one transaction. */
    static final int LARGEST_BATCH = 200;

    /** Letters that wait for a birth: half of the prefetch, so that the births themselves get through. */
    static final int MOST_UNBORN = 100;

    /** How long a letter waits for a birth, or for a mind that can be read: the avatar service and the broker may both have to be restarted in between. */
    static final Duration BIRTH_LIMIT = Duration.ofMinutes(5);

    private static final int MOST_TROUBLED = 1_000;
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** After so many transactions that the database failed, each of the tasks in it is tried alone: one of them may be what it fails at. */
    private static final int STALLS = 3;

    private static final int MOST_DOUBLINGS = 8;

    /** What the shard found to do itself and fails at: when it comes up again it is the same trouble. */
    private final LinkedHashSet<String> troubled = new LinkedHashSet<>();

    private final Deque<Task> ready = new ArrayDeque<>();
    private final List<Task> suspects = new ArrayList<>();
    private final List<Task.Letter> unborn = new ArrayList<>();
    private final Map<UUID, Task.Letter> unsettled = new HashMap<>();

    private final Function<OwnerMessageV1, AwaitedReading> reader;
    private final Function<LifeCommand, AwaitedRecall> recaller;

    /**
     * @param reader begins to read what an owner wrote
     * @param recaller begins to recall what fits a command; null where nothing is recalled
     */
    Mailbox(Function<OwnerMessageV1, AwaitedReading> reader, Function<LifeCommand, AwaitedRecall> recaller) {
        this.reader = reader;
        this.recaller = recaller;
    }

    /** Takes a delivery in. */
    void accept(Delivery delivery, long nowNanos) {
        if (!(delivery.message().data() instanceof LifeCommand command)) {
            LOG.errorf(
                    "%s %s does not belong into a shard's queue",
                    delivery.message().type(), delivery.message().id());
            delivery.reject();
            return;
        }
        try {
            accept(delivery, command, nowNanos);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "%s %s cannot be taken in",
                    delivery.message().type(),
                    delivery.message().id());
            delivery.reject();
        }
    }

    private void accept(Delivery delivery, LifeCommand command, long nowNanos) {
        UUID key = Commands.key(delivery.message(), command);
        Task.Letter letter = unsettled.get(key);
        if (letter == null) {
            letter = new Task.Letter(
                    key, delivery.message(), command, nowNanos, reading(command), recaller.apply(command));
            unsettled.put(key, letter);
            ready.add(letter);
        }
        letter.delivered(delivery);
    }

    private AwaitedReading reading(LifeCommand command) {
        return command instanceof OwnerMessageV1 message && message.content() != null ? reader.apply(message) : null;
    }

    /** Something that the shard itself found to do; not again what it fails at already, or has given up. */
    void add(Task task) {
        if (!troubled.contains(task.key())) {
            ready.add(task);
        }
    }

    /** It was done after all. */
    void relieved(Task task) {
        troubled.remove(task.key());
    }

    /**
     * What shall be done next, together; empty when nothing can be. A suspect comes alone. A message that is still being read or recalled for waits, and
     * so does every later letter to its avatar, or to that of a suspect.
     *
     * @param isUnreadable of which avatars the mind is there and cannot be read
     */
    List<Task> next(Predicate<AvatarId> isKnown, Predicate<AvatarId> isUnreadable, long nowNanos) {
        for (Iterator<Task> i = suspects.iterator(); i.hasNext(); ) {
            Task suspect = i.next();
            if (suspect.notBeforeNanos() - nowNanos <= 0) {
                i.remove();
                return List.of(suspect);
            }
        }
        List<Task> batch = new ArrayList<>(Math.min(ready.size(), LARGEST_BATCH));
        List<Task> unread = new ArrayList<>();
        Set<AvatarId> held = new HashSet<>();
        suspects.stream()
                .filter(Task.Letter.class::isInstance)
                .map(Task::avatar)
                .forEach(held::add);
        while (!ready.isEmpty() && batch.size() < LARGEST_BATCH) {
            Task task = ready.poll();
            if (task instanceof Task.Letter letter && (held.contains(task.avatar()) || !letter.isRead(nowNanos))) {
                held.add(task.avatar());
                unread.add(task);
            } else if (task instanceof Task.Letter letter && waitsForMind(letter, batch, isKnown, isUnreadable)) {
                awaitMind(letter);
            } else {
                batch.add(task);
            }
        }
        putBack(unread);
        return batch;
    }

    private static boolean waitsForMind(
            Task.Letter letter, List<Task> batch, Predicate<AvatarId> isKnown, Predicate<AvatarId> isUnreadable) {
        AvatarId avatar = letter.avatar();
        Needs needs = Commands.needs(letter.command());
        return isUnreadable.test(avatar)
                ? needs != Needs.NOTHING
                : needs == Needs.MIND && !isKnown.test(avatar) && !bringsBirth(batch, avatar);
    }

    private static boolean bringsBirth(List<Task> batch, AvatarId avatar) {
        return batch.stream()
                .anyMatch(task -> task.avatar().equals(avatar)
                        && task instanceof Task.Letter letter
                        && letter.command() instanceof LifecycleV1);
    }

    private void awaitMind(Task.Letter letter) {
        if (unborn.size() == MOST_UNBORN) {
            reject(unborn.removeFirst(), "its avatar is not known or cannot be read, and too many such messages wait");
        }
        unborn.add(letter);
    }

    /** Avatars began to live, or can be read again: what waited for them comes first now. */
    void born(Predicate<AvatarId> isKnown) {
        for (int i = unborn.size() - 1; i >= 0; i--) {
            if (isKnown.test(unborn.get(i).avatar())) {
                ready.addFirst(unborn.remove(i));
            }
        }
    }

    /** Sends away what has waited too long for a birth, or for a mind that can be read. */
    void expire(long nowNanos) {
        while (!unborn.isEmpty() && nowNanos - unborn.getFirst().arrivedNanos() >= BIRTH_LIMIT.toNanos()) {
            reject(unborn.removeFirst(), "its avatar was not born, or not readable, in " + BIRTH_LIMIT);
        }
    }

    /**
     * A transaction with these tasks failed: whoever is or may be to blame is tried alone, the others go on.
     *
     * @return false when none of them is: then it is the database
     */
    boolean blames(List<Task> tasks, Throwable failure, long nowNanos) {
        if (failure instanceof TaskFailedException failed) {
            putBack(tasks.stream().filter(task -> task != failed.task()).toList());
            failed(failed.task(), failed.getCause(), nowNanos);
        } else if (!TaskFailedException.isAmongTasks(failure)) {
            stalled(tasks, nowNanos);
            return false;
        } else if (tasks.size() == 1) {
            failed(tasks.getFirst(), failure, nowNanos);
        } else {
            tasks.forEach(task -> task.rest(nowNanos));
            suspects.addAll(tasks);
        }
        return true;
    }

    /** The database failed them, and none of them is given up for that: the same again, or each alone and ever more rarely. */
    private void stalled(List<Task> tasks, long nowNanos) {
        tasks.forEach(Task::stalled);
        int most = tasks.stream().mapToInt(Task::stalls).max().orElse(0);
        if (most < STALLS) {
            putBack(tasks);
            return;
        }
        long pause = PAUSE.toNanos() << Math.min(most - STALLS, MOST_DOUBLINGS);
        tasks.forEach(task -> task.rest(tasks.size() == 1 ? nowNanos + pause : nowNanos));
        suspects.addAll(tasks);
    }

    /** A transaction with these tasks is committed, and what it means for the memory was not taken over: the inbox knows them. */
    void again(List<Task> tasks) {
        putBack(tasks.stream()
                .filter(task -> task instanceof Task.Letter letter && unsettled.get(letter.id()) == letter)
                .toList());
    }

    /** They were not done through no fault of their own: the same again, first. */
    private void putBack(List<Task> tasks) {
        for (int i = tasks.size() - 1; i >= 0; i--) {
            ready.addFirst(tasks.get(i));
        }
    }

    /** This one failed alone: it is tried again a few times, and then it is dead. */
    private void failed(Task task, Throwable failure, long nowNanos) {
        task.failed(nowNanos + (PAUSE.toNanos() << task.attempts()));
        troubled.add(task.key());
        if (troubled.size() > MOST_TROUBLED) {
            troubled.removeFirst();
        }
        if (task.attempts() < ATTEMPTS) {
            suspects.add(task);
            LOG.warnf(failure, "%s failed, attempt %d of %d follows", task.describe(), task.attempts() + 1, ATTEMPTS);
        } else if (task instanceof Task.Letter letter) {
            LOG.errorf(failure, "the last attempt of %s failed", letter.describe());
            reject(letter, "it failed " + ATTEMPTS + " times");
        } else {
            LOG.errorf(failure, "%s failed %d times and is given up", task.describe(), ATTEMPTS);
        }
    }

    /** It is done, and that is committed. */
    void done(Task.Letter letter) {
        unsettled.remove(letter.id(), letter);
        letter.ack();
    }

    /** It goes to the dead letter queue. */
    void reject(Task.Letter letter, String reason) {
        LOG.errorf("%s is a dead letter now: %s", letter.describe(), reason);
        unsettled.remove(letter.id(), letter);
        letter.reject();
    }

    /** How many tasks can be done now or soon. */
    int size() {
        return ready.size() + suspects.size();
    }

    /** The instants, by the monotonic clock, at which something that waits comes due. */
    Collection<Long> alarms(long nowNanos) {
        List<Long> alarms = new ArrayList<>();
        suspects.forEach(task -> alarms.add(task.notBeforeNanos()));
        for (Task task : ready) {
            if (task instanceof Task.Letter letter && !letter.isRead(nowNanos)) {
                alarms.add(letter.readBy(nowNanos));
            }
        }
        if (!unborn.isEmpty()) {
            alarms.add(unborn.getFirst().arrivedNanos() + BIRTH_LIMIT.toNanos());
        }
        return alarms;
    }
}
