/**
 * Keys that are derived from {@code SECRET_KEY_BASE}. Every package that seals or signs something takes its key from here; this one
 * knows none of them.
 */
package viva.gateway.secret;
