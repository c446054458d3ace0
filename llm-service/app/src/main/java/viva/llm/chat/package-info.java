/**
 * Chat with the language model for other services: plain, or as events while the model speaks. Within the budgets of {@code viva.llm.budget} and the
 * checks of {@code viva.llm.output}, as everything that a model says. Nothing about the caller leaves the service.
 */
package viva.llm.chat;
