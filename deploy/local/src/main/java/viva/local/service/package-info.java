/**
 * A service as processes of this machine: command line, addresses, log, probes. Used by the launcher and by benchmarks; knows nothing of the
 * servers around it.
 */
package viva.local.service;
