/**
 * What avatars remember: kept when other services or owners ask for it, merged, superseded, recalled and let go, with the events that say so. Called by the REST, the
 * search and the embedding of memories; decides by {@code viva.avatar.memory} and knows no vector.
 */
package viva.avatar.remembering;
