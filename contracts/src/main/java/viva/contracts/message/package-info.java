/**
 * Every message between services: one record each, in the sealed families {@link viva.contracts.message.Event},
 * {@link viva.contracts.message.Command} and {@link viva.contracts.message.LiveFrame}, within a
 * {@link viva.contracts.message.CloudEvent}. Records check their fields and know nothing of senders, receivers or the broker's client:
 * how messages travel is the business of {@code viva.platform.messaging}.
 */
package viva.contracts.message;
