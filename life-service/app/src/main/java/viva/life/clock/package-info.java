/**
 * The world's clock, the same for every replica: its tables, its settings, and the world time of any instant. Read by shards, history and the
 * REST; knows no avatar.
 */
package viva.life.clock;
