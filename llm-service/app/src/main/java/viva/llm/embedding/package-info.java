/**
 * Embeddings: texts as unit vectors, by a model in this process or by the model's server. Called through the REST alone; a server is asked through
 * {@code viva.llm.nim}, within its budgets.
 */
package viva.llm.embedding;
