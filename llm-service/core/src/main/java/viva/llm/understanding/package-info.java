/**
 * Understands what an owner's message is: intents, sarcasm, language and distress, by a linear model that the build trains and rules beside
 * it. Pure and safe for any thread. May be called by the voice and by minds; knows nothing of either.
 */
package viva.llm.understanding;
