/**
 * How well two personalities suit each other, with its parts and the reason in words. Pure, and the same from either side; used by the index and
 * by matches.
 */
package viva.matchmaker.score;
