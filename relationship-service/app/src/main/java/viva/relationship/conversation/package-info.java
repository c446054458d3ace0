/**
 * The consumer of ended conversations: each becomes one change of a bond, however often it is told. Called by no other package; what a
 * conversation does is decided by {@code viva.relationship.bond}.
 */
package viva.relationship.conversation;
