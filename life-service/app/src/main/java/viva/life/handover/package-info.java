/**
 * Hands what other services say on to the shards that live the avatars. Called by the consumers of events; knows nothing of minds.
 */
package viva.life.handover;
