package viva.llm.budget;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import viva.llm.allowance.Grant;

/** A place in the window, in this process's own books and, unless it was decided without them, in the shared ones. */
final class BudgetSlot implements Slot {
    private final Call call;
    private final Grant own;
    private final Optional<Grant> shared;
    private final Bookkeeping books;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** All that has to be told what becomes of a slot. */
    record Bookkeeping(
            BudgetRules rules,
            OwnBooks own,
            SharedBooks shared,
            Expenses expenses,
            BudgetMetrics metrics,
            InstantSource clock) {}

    BudgetSlot(Call call, Grant own, Optional<Grant> shared, Bookkeeping books) {
        this.call = call;
        this.own = own;
        this.shared = shared;
        this.books = books;
    }

    @Override
    public void began() {
        if (!ended.get() && begun.compareAndSet(false, true)) {
            books.own().began(own);
            shared.ifPresent(books.shared()::began);
        }
    }

    @Override
    public void settle(Usage usage) {
        if (ended.compareAndSet(false, true)) {
            long micros = books.rules().cost(usage);
            end((long) usage.promptTokens() + usage.completionTokens(), micros);
            books.metrics().settled(call, usage, micros);
            books.expenses()
                    .note(new Expense(UUID.fromString(own.slot()), books.clock().instant(), call, usage, micros));
        }
    }

    @Override
    public void failed() {
        if (ended.compareAndSet(false, true)) {
            end(0, 0);
            books.metrics().failed(call);
        }
    }

    @Override
    public void throttled(Optional<Duration> retryAfter) {
        if (ended.compareAndSet(false, true)) {
            long pause = retryAfter
                    .map(BudgetRules::micros)
                    .map(micros -> Math.clamp(micros, 0, books.rules().longestPause()))
                    .orElse(0L);
            books.own().slowDown(own, pause);
            shared.ifPresent(grant -> books.shared().slowDown(grant, pause));
            books.metrics().throttled(call);
        }
    }

    private void end(long tokens, long micros) {
        books.own().ended(own, tokens, micros);
        shared.ifPresent(grant -> books.shared().ended(grant, tokens, micros));
    }
}
