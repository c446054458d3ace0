/**
 * What each command to an avatar does, and what follows from each tick. What a transaction has read comes in as
 * {@link viva.life.input.Known}; what it changes and says goes out in a {@link viva.life.input.Ledger}. Called by the shard that owns the
 * avatar; asks neither the database nor another service while it decides.
 */
package viva.life.input;
