/**
 * Reads owners' messages before minds take them in: by rules at once, and by a better reader within a limit. May be called by shards; knows
 * nothing of minds.
 */
package viva.life.reading;
