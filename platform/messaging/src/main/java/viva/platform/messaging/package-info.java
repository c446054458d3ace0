/**
 * How a service talks to the broker: confirmed publishing, live frames, and consumers that retry, wait for the end of an outage, and
 * keep what cannot be handled as dead letters. A service publishes {@link viva.platform.messaging.Outgoing} and contributes
 * {@link viva.platform.messaging.QueueHandler}s. Knows every exchange and queue, but no database, and not what a message means.
 */
package viva.platform.messaging;
