/**
 * The offline voice: what an avatar says without a language model, as a pure function of the request. Called by {@code viva.llm.speech}, and in
 * their own processes by the life service and simulations; knows no queue and no budget.
 */
package viva.llm.voice;
