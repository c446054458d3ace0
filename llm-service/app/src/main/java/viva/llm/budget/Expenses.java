package viva.llm.budget;

/** Where expenses are written down. */
public interface Expenses {
    /** Takes note. Never blocks and never fails. */
    void note(Expense expense);
}
