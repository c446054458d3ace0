/** What the llm service adds to the probes of the platform. */
package viva.llm.health;
