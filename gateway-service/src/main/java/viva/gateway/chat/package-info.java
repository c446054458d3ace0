/**
 * What owners say to their avatars: checked, deduplicated by client id, and committed to the outbox as a command to the avatar's shard. Called by
 * the REST and the channels, which have checked whose avatar it is; no answer is waited for.
 */
package viva.gateway.chat;
