package viva.platform.letters;

/**
 * How far a look through a dead letter queue went.
 *
 * @param waiting letters that were there when it began
 * @param looked letters that it saw
 * @param expired commands among them whose time was over; they were dropped
 * @param complete whether it saw all of them
 */
public record Look(long waiting, int looked, int expired, boolean complete) {}
