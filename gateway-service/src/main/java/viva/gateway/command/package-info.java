/**
 * What owners say to their avatars and ask of them: checked, deduplicated by client id where there is one, and committed to the outbox as a command to
 * the avatar's shard. Called by the REST, the channels and presence, which have checked whose avatar it is; what comes of a command is not known here.
 */
package viva.gateway.command;
