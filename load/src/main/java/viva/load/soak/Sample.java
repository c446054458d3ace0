package viva.load.soak;

/**
 * What was measured once.
 *
 * @param seconds since the soak began
 */
public record Sample(double seconds, double value) {}
