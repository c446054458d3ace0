/**
 * The consumer of the avatar service's events: profiles are learned, withdrawn and erased, and matches are found or taken back for them. Called by
 * no other package.
 */
package viva.matchmaker.lifecycle;
