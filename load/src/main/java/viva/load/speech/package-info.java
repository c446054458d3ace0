/**
 * What stands around the llm service when its budget is measured: a server that counts its requests, and owners and avatars who want
 * words. It sends and takes the messages of {@code viva.contracts}, and knows nothing of how the service decides.
 */
package viva.load.speech;
