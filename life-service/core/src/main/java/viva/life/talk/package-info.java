/**
 * A conversation of two avatars, decided whole when it begins: acts, topics, times, and what each act does to both. Called by encounters and
 * simulations; knows no words and no shard.
 */
package viva.life.talk;
