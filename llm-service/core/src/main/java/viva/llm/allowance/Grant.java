package viva.llm.allowance;

/**
 * A place in the window.
 *
 * @param slot its id
 * @param at when it was taken
 */
public record Grant(String slot, Demand demand, long at) {}
