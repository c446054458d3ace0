/**
 * What a language model is told: versioned templates, filled from a request to speak. What other people wrote stands in it as marked data.
 * Called by {@code viva.llm.speech}; of the wire it knows only what a message looks like. Pure but for the templates, which are resources.
 */
package viva.llm.prompt;
