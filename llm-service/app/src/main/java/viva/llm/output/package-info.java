/**
 * What a language model said, made fit for an owner: whole sentences, plain text, and the checks that decide whether it may be shown at
 * all. Pure functions without clock or network; they know nothing of models and requests.
 */
package viva.llm.output;
