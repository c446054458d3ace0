package viva.llm.ledger;

import java.util.List;
import java.util.UUID;
import viva.llm.budget.Expense;

/**
 * Expenses that are written in one transaction.
 *
 * @param id tells a batch that is written again after an unknown outcome from a new one
 * @param failures of attempts to write it for which no outage is to blame
 */
record Batch(UUID id, int failures, List<Expense> expenses) {
    Batch {
        expenses = List.copyOf(expenses);
    }

    /** A new one, which has failed so often. */
    static Batch of(int failures, List<Expense> expenses) {
        return new Batch(UUID.randomUUID(), failures, expenses);
    }

    /** The same one, after another failure. */
    Batch failed() {
        return new Batch(id, failures + 1, expenses);
    }
}
