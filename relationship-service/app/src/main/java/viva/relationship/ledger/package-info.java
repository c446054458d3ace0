/**
 * All bonds and blocks: their tables, and each change in one transaction with its events, one after the other for a pair. Called by the consumers
 * and the REST; changes are worked out by {@code viva.relationship.bond}, callers' rights by {@code viva.relationship.people}.
 */
package viva.relationship.ledger;
