/**
 * Company, stimulation and comfort as closed forms: each moves towards a target that the current regime sets. Called by minds and activities,
 * which decide what to do about a need.
 */
package viva.life.need;
