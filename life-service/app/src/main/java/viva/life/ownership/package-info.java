/**
 * Which replica owns which shard: leases, epochs, rendezvous assignment, and the fenced transaction in which alone a shard is written. Tells a
 * {@link viva.life.ownership.ShardHost} what it owns; knows no avatar.
 */
package viva.life.ownership;
