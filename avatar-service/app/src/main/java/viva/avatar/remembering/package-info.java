/**
 * The memories of all avatars: their table, and the consumer of what other services ask avatars to remember. Whether an avatar exists is asked of
 * {@code viva.avatar.registry}; what is worth remembering is decided elsewhere.
 */
package viva.avatar.remembering;
