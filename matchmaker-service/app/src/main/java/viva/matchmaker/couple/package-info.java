/**
 * The consumer of events about bonds: who is a couple, or was, in a table that matches leave out. Called by no other package; knows nothing of
 * matches.
 */
package viva.matchmaker.couple;
