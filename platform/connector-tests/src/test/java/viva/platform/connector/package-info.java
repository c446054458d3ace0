/** What SmallRye's RabbitMQ connector, in the version that Quarkus brings, does when the broker or its own process is away. */
package viva.platform.connector;
