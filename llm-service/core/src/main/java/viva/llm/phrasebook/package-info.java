/**
 * The lines that can be said in each language, with their gaps, and the seeded chance that chooses among them. Used by the voice and by whatever
 * reads by phrases; knows no message and no avatar.
 */
package viva.llm.phrasebook;
