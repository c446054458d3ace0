/**
 * What must never be missed in a message: that its author may be in danger, and that its author asks whether a person answers. Pure functions
 * of the text, in four languages at once; every caller may use {@link viva.llm.safety.Safety}, and nothing here keeps a word.
 */
package viva.llm.safety;
