/**
 * Reads owners' messages before minds take them in: in the process at once, and by a better reader within a limit. May be called by shards; knows
 * nothing of minds.
 */
package viva.life.reading;
