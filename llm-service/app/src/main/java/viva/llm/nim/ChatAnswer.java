package viva.llm.nim;

import viva.llm.budget.Usage;

/**
 * What a model said.
 *
 * @param model its name
 * @param text without thoughts; not blank
 */
public record ChatAnswer(String model, String text, Finish finish, Usage usage) {}
