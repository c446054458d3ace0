/**
 * The table of profiles, and for whom a caller may look. Read by matches and verdicts, written by {@code viva.matchmaker.lifecycle}; knows no
 * match.
 */
package viva.matchmaker.profile;
