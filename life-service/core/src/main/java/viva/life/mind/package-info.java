/**
 * The mind and how it lives: {@link viva.life.mind.Lives} takes a mind and a tick or an {@link viva.life.mind.Input}, and answers the next mind
 * with its {@link viva.life.mind.Intent}s. Called by decisions, folding and simulations; knows no shard, no message, and of others only what they
 * mean to it.
 */
package viva.life.mind;
