/**
 * The consumer of events about blocks, which end a bond and prevent one. Called by no other package; what a block means for a bond is decided by
 * {@code viva.relationship.ledger}.
 */
package viva.relationship.block;
