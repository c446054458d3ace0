/** A private Redis. Knows no key. */
package viva.platform.servers.redis;
