/** What the gateway adds to the probes of the platform. */
package viva.gateway.health;
