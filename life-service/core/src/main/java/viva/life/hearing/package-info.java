/**
 * What is understood of an owner's message before a mind takes it in. Readers turn a text into a {@link viva.contracts.Reading}; from then
 * on nothing looks at the text again. Knows tones and intents by their labels, and nothing of minds.
 */
package viva.life.hearing;
