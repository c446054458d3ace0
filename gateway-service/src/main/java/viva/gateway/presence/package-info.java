/**
 * When owners look at their avatars, in Redis for all replicas, and the greeting that follows a return. Called by the channels, which never wait
 * for it: without Redis there is no greeting, and nothing else fails.
 */
package viva.gateway.presence;
