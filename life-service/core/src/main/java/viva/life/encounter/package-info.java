/**
 * How two avatars meet and talk: who passes by, invitations, acceptances and refusals between their shards, the turns with their words, the end and what both
 * keep of it. Decides; a service or a simulator carries it out.
 */
package viva.life.encounter;
