/**
 * What is worth remembering of an owner's words, and what they want to be forgotten. Called by the life service when it decides; composes what hearing
 * and recalling find. Pure; knows nothing of voices, minds and stores. The texts are untrusted data.
 */
package viva.llm.remembering;
