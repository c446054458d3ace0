/**
 * What a process knows of the servers and services that it works with, and what its probes say of them. Modules that connect to a
 * server declare a {@link viva.platform.health.Dependency}; nothing here knows which servers there are.
 */
package viva.platform.health;
