/**
 * The wire to a language model's server: NVIDIA NIM, or anything that speaks OpenAI's protocol. Asked by {@code viva.llm.speech} and
 * {@code viva.llm.embedding}; every request is paid for at {@code viva.llm.budget}. It knows nothing of avatars beyond who pays, and
 * keeps no words.
 */
package viva.llm.nim;
