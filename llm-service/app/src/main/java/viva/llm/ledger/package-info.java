/**
 * What language models cost, by day, avatar, owner, purpose and model: written from {@link viva.llm.budget.Expenses}, told as
 * {@code llm.usage} events, read at {@code /internal/usage}. It never sees a word of what was said.
 */
package viva.llm.ledger;
