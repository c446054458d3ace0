/**
 * Makes given servers ready for VIVA: roles and schemas in PostgreSQL, users, rights and the topology at RabbitMQ. Compose and
 * Kubernetes run it as a program before the services, {@code ./viva prepare} calls it. It starts no server and knows no service.
 */
package viva.prepare;
