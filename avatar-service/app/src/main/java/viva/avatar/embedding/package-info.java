/**
 * Vectors of texts, by the llm service, and when which memory gets one. Used by {@code viva.avatar.search}; never compares vectors of different models, and nothing
 * waits for it that can be answered by words.
 */
package viva.avatar.embedding;
