/** Which traces begin. Nobody calls it; OpenTelemetry finds it, and only where traces are on. */
package viva.platform.service.traces;
