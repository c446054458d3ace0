package viva.llm.speech;

import viva.llm.voice.Words;

/**
 * Words and who found them.
 *
 * @param voice {@code offline}, or the name of a model
 */
record Spoken(Words words, String voice) {}
