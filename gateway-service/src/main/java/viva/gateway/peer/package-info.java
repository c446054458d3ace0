/**
 * Questions to the other services on behalf of an account, with one time limit and one failure, {@link viva.gateway.peer.PeerFailure}. Called by
 * channels and the REST; answers that are only passed on are asked for through {@code viva.gateway.client}.
 */
package viva.gateway.peer;
