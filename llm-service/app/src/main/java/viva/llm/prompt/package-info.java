/**
 * What a language model is told: versioned templates, filled from a request to speak. What other people wrote stands in it as marked data.
 * Called by {@code viva.llm.speech}; it knows nothing of the wire.
 */
package viva.llm.prompt;
