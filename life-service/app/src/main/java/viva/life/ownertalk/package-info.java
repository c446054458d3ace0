/** Settings of the conversation with an owner, and whether the llm service is worth waiting for. Decides nothing else: the core does. */
package viva.life.ownertalk;
