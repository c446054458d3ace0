/**
 * Matches: this replica's index, the search in it without whom an avatar must not meet, and the events of matches found and lost. Called by the
 * REST, {@code viva.matchmaker.verdict} and {@code viva.matchmaker.lifecycle}; scores are the core's.
 */
package viva.matchmaker.match;
