/**
 * Random personalities and the catalogue of words that they are drawn from. A function of the generator, for the service and for simulated worlds;
 * knows no avatar.
 */
package viva.avatar.personality;
