/**
 * Finding memories: what a question names, how well a memory answers it, and in which order memories come back. Used by {@code viva.avatar.search}; knows no
 * table, no model and no clock.
 */
package viva.avatar.recall;
