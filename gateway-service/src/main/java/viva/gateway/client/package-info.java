/**
 * The REST of the other services, asked in the name of an owner. An {@link viva.gateway.client.Asker} and a question come in; the
 * service's JSON or refusal goes out as it is, and an outage as 503. Must not interpret answers for its callers. Channels ask through
 * {@code viva.gateway.peer}.
 */
package viva.gateway.client;
