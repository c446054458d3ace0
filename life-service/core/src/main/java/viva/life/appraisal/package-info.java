/**
 * Appraisal (Ortony, Clore and Collins 1988): the tones of a text, and what an event means, as impulses for the emotions. Called by minds, readers
 * and talks; keeps no text.
 */
package viva.life.appraisal;
