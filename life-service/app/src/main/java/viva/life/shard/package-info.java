/**
 * The shards that this replica owns, each a loop that lives its avatars. Leases, deliveries and the clock come in; transactions go out,
 * and acknowledgements after their commit. Memory follows the database. What a command comes to is decided by
 * {@code viva.life.command}; who owns a shard, by {@code viva.life.ownership}.
 */
package viva.life.shard;
