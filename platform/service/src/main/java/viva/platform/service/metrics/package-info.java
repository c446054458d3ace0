/** What all services' metrics have in common. Nobody calls it; it must know no single service's metrics but by their names. */
package viva.platform.service.metrics;
