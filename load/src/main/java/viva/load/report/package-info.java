/** The figures of a benchmark as text and as JSON. Called by commands; measures nothing. */
package viva.load.report;
