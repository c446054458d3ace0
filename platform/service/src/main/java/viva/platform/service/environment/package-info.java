/**
 * Operators' environment names ({@code DATABASE_URL}, {@code PORT}, …) as settings of the framework, which finds this package by itself. No value
 * is repeated in a message: it may be a secret.
 */
package viva.platform.service.environment;
