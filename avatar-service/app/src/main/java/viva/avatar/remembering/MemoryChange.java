package viva.avatar.remembering;

/**
 * What an owner changes of a memory; null leaves as it is.
 *
 * @param importance in [0, 1]
 * @param content in its normal form
 */
public record MemoryChange(Boolean pinned, Double importance, String content) {}
