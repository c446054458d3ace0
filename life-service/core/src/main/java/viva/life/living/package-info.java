/** Ticks and inputs of a mind within a decision. What follows from its intents is said by the capabilities, through {@link viva.life.living.IntentHandler}. */
package viva.life.living;
