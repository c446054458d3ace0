/** The consumer of the avatar service's events: each becomes a command to the avatar's shard. Decides nothing and keeps nothing. */
package viva.life.birth;
