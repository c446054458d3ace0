/**
 * What a message comes down to by word lists and phrases: one gist to answer, and the topic and name that are fit to be said again. Called by the
 * voice, recall and understanding; danger is heard by {@code viva.llm.safety}, and no text is obeyed.
 */
package viva.llm.hearing;
