/**
 * The conversation of an avatar with its owner: a message is heard, words for an answer are asked for and said, offline when the llm service is
 * late.
 */
package viva.life.ownertalk;
