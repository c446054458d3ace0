/** What tests of services need: PostgreSQL, Redis and RabbitMQ, tokens, payloads of other services, and waits for events. For tests alone. */
package viva.platform.testkit;
