package viva.llm.ledger;

import java.util.List;
import java.util.UUID;
import viva.llm.budget.Expense;

/**
 * Expenses that are written in one transaction.
 *
 * @param id tells a batch that is written again after an unknown outcome from a new one
 */
record Batch(UUID id, List<Expense> expenses) {
    Batch {
        expenses = List.copyOf(expenses);
    }
}
