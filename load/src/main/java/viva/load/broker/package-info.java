/** What RabbitMQ tells of its queues. Knows neither towns nor worlds. */
package viva.load.broker;
