/**
 * What private servers have in common: ports, secrets, private files, addresses, their life cycle. Used by the launcher, the preparation,
 * benchmarks and tests; no service depends on it.
 */
package viva.platform.servers;
