/**
 * Readings of a running world at equal intervals: processes, PostgreSQL's counters, metrics of the life service, latencies. Used by commands and
 * reports; changes nothing that it measures.
 */
package viva.load.measure;
