/**
 * Sees erasures through: says in rounds that an avatar is gone until every service has answered that it keeps nothing of it. Begun by
 * {@code viva.avatar.registry}, in the transaction that deletes the avatar. It knows nothing of what the others keep.
 */
package viva.avatar.erasure;
