package viva.llm.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import viva.llm.budget.Expense;
import viva.platform.messaging.outage.Fate;

/**
 * Expenses that are not written down yet. A batch that may or may not have been written stays what it is until that is known; one that fails by
 * itself too often is halved, until what it fails at is alone and given up.
 */
final class Backlog {
    static final int MOST = 100_000;
    static final int MOST_AT_ONCE = 1_000;

    private final int attempts;
    private final Queue<Expense> waiting = new ArrayDeque<>();
    private final Deque<Batch> begun = new ArrayDeque<>();

    /** @param attempts to write a batch that meets a bug, at least 1 */
    Backlog(int attempts) {
        this.attempts = attempts;
    }

    /** What follows a failed attempt. */
    enum Next {
        /** The same batch is tried again after a pause. */
        WAIT,
        /** The batch was halved; the next one comes at once. */
        GO_ON,
        /** The only expense of the batch is given up; the next one comes at once. */
        LOST
    }

    /** False when too many wait already. */
    boolean add(Expense expense) {
        return size() < MOST && waiting.add(expense);
    }

    int size() {
        return waiting.size()
                + begun.stream().mapToInt(batch -> batch.expenses().size()).sum();
    }

    /** What is to be written next. */
    Optional<Batch> first() {
        if (begun.isEmpty() && !waiting.isEmpty()) {
            List<Expense> some = new ArrayList<>();
            while (some.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
                some.add(waiting.remove());
            }
            begun.add(Batch.of(0, some));
        }
        return Optional.ofNullable(begun.peek());
    }

    /** When two write the same batch, the second one must not forget the next. */
    void written(Batch batch) {
        begun.remove(batch);
    }

    /** {@code batch} was not written, or nobody knows. */
    Next refused(Batch batch, Fate fate) {
        return switch (fate) {
            case Fate.Waits _ -> Next.WAIT;
            case Fate.Unhandleable _ -> isolate(batch);
            case Fate.Bug _ -> batch.failures() + 1 < attempts ? again(batch) : isolate(batch);
        };
    }

    private Next again(Batch batch) {
        if (begun.remove(batch)) {
            begun.addFirst(batch.failed());
        }
        return Next.WAIT;
    }

    private Next isolate(Batch batch) {
        if (!begun.remove(batch)) {
            return Next.GO_ON;
        }
        List<Expense> expenses = batch.expenses();
        if (expenses.size() == 1) {
            return Next.LOST;
        }
        int half = expenses.size() / 2;
        begun.addFirst(Batch.of(batch.failures(), expenses.subList(half, expenses.size())));
        begun.addFirst(Batch.of(batch.failures(), expenses.subList(0, half)));
        return Next.GO_ON;
    }
}
