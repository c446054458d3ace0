/** A private RabbitMQ node, its management API, and the exchanges, queues and users that VIVA needs on any broker. */
package viva.platform.servers.rabbitmq;
