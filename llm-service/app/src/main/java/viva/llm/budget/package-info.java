/**
 * What a language model may be asked, by whom and how often. {@link viva.llm.budget.Budgets} is for everything that sends a request
 * out; the rules are the core's, the counters are in Redis. Nothing here knows what is asked or how it is sent.
 */
package viva.llm.budget;
