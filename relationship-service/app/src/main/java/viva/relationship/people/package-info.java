/**
 * The avatars that may have bonds, as the avatar service tells of them, and whose bonds a caller may see. Called by the consumers and the REST;
 * knows no bond but to have it erased.
 */
package viva.relationship.people;
