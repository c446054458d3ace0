/**
 * The avatars of all owners: creation, changes, rest and deletion, each in one transaction with its event, and who may see an avatar. Called by
 * the other packages of the service; knows nothing of memories and of how an erasure goes on.
 */
package viva.avatar.registry;
