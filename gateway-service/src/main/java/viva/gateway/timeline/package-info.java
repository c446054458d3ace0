/**
 * What happened to each avatar, in order and once. Events of the other services come in from the broker; entries and cursors are read
 * by {@code viva.gateway.channel}, the REST and {@code viva.gateway.why}. Knows no sockets, and of accounts only ids.
 */
package viva.gateway.timeline;
