/**
 * Spontaneous thoughts before they have words, and plain words for each in every language. Chosen by minds; codes are part of stored minds and
 * never change.
 */
package viva.life.thought;
