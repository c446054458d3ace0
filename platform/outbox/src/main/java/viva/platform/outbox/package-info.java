/**
 * The transactional outbox and inbox, and the database pool below them. Messages come in within the transaction of a change and are
 * published after its commit, in order; ids of handled messages come in within the transaction of their handling. Knows neither what a
 * message means nor Hibernate: sessions are joined in {@code viva.platform.panache}.
 */
package viva.platform.outbox;
