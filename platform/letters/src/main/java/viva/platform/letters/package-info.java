/**
 * Dead letters as work: list, show, replay and drop what a service could not handle. The services' REST and the launcher call it;
 * it knows RabbitMQ's client and nothing of the framework.
 */
package viva.platform.letters;
