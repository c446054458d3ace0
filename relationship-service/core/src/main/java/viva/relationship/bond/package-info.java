/**
 * Bonds as values: what an encounter does to their numbers, how they fade, and the state machine of their statuses. Pure; used by the service and
 * by simulated worlds, and knows no message.
 */
package viva.relationship.bond;
