package viva.llm.budget;

import java.time.Instant;
import java.util.UUID;

/**
 * What one request took.
 *
 * @param id unique; of the place in the window
 * @param micros millionths of the unit in which prices stand
 */
public record Expense(UUID id, Instant at, Call call, Usage usage, long micros) {}
