/**
 * Soul files: an avatar with its mind, memories and bonds as a document that another world can read ({@link viva.avatar.soul.SoulWriter},
 * {@link viva.avatar.soul.SoulReader}), and what becomes of it, or of a character card, on its arrival ({@link viva.avatar.soul.Arrival}). Pure.
 */
package viva.avatar.soul;
