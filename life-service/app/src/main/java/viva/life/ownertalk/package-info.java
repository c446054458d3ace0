/**
 * Settings of the conversation with an owner, whether the llm service is worth waiting for, and what rules find in an owner's words. Decides nothing else:
 * the core does.
 */
package viva.life.ownertalk;
