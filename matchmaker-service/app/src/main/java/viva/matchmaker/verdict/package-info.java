/**
 * Likes, passes and blocks that owners give, each in one transaction with its events. Called by the REST; matches read what follows from them in
 * the same database.
 */
package viva.matchmaker.verdict;
