/** The voice that finds words in this process, on the phrasebooks of the llm service. */
package viva.life.voice;
