/**
 * Requests for words and their answers: consumers by urgency, the choice between a model's voice and the offline one, deadlines, and one payment
 * for a request that is repeated. Models are asked through {@code viva.llm.nim}; what may be shown is decided by {@code viva.llm.output}.
 */
package viva.llm.speech;
