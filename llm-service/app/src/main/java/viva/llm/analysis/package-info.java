/**
 * Reading a text for other services: instructions, a text as data, and a JSON schema that the answer fits, or a typed failure. Asks the model
 * through {@code viva.llm.nim} within the same budgets.
 */
package viva.llm.analysis;
