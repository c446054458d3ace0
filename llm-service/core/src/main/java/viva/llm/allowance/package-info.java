/**
 * How many requests to a language model may start, when, and for whom: sliding windows, reserves, limits that give way to a server
 * which asks to slow down, and prices. Instants and durations are whole microseconds and come in as arguments. The Redis scripts of
 * the service decide by the same rules; a contract test holds both to them.
 */
package viva.llm.allowance;
