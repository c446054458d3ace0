/**
 * What owners ask of their avatars besides chat, such as a conversation with somebody: committed to the outbox as a command to the avatar's shard.
 * Callers have checked whose avatar it is; what comes of a wish is not known here.
 */
package viva.gateway.wish;
