/**
 * The past of each avatar: samples, roll-ups, and lives folded again up to any instant within retention. Inputs and samples come in with the
 * transactions of the shards; states, courses and causes go out to the REST; old rows and the ids of erased avatars are forgotten.
 * Must not change a living mind.
 */
package viva.life.history;
