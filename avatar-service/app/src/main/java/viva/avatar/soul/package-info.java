/**
 * Imports and exports of avatars: what comes in a file becomes a new avatar in one transaction, and the card that it was made of is kept as it came.
 * Called by {@code rest}; the format itself is the core's.
 */
package viva.avatar.soul;
