package viva.llm.ledger;

import java.util.List;
import java.util.UUID;
import viva.llm.budget.Expense;

/**
 * Expenses that are written in one transaction.
 *
 * @param id tells a batch that is written again, because nobody knows whether it was, from a new one
 */
record Batch(UUID id, List<Expense> expenses) {
    Batch {
        expenses = List.copyOf(expenses);
    }
}
