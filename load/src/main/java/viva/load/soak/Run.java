package viva.load.soak;

import java.util.List;
import java.util.Map;

/**
 * How a soak went, whatever it measured.
 *
 * @param minutes its length, the first half included, which is warming up
 * @param missed samples that could not be taken
 * @param restarts what was started again, and when
 * @param messages how often each status came, by the status or another word when there was no answer
 */
public record Run(double minutes, int missed, List<String> restarts, Map<String, Integer> messages) {}
