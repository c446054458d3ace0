/**
 * Which avatars somebody watches, as the gateways tell, and the live frames with their states. Called by shards; all of it is in memory,
 * transient, and known again within 30 s after a start.
 */
package viva.life.watch;
