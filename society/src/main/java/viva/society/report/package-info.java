/** What became of a world, as one HTML page and as JSON. Called by {@link viva.society.Simulate}; computes no figure. */
package viva.society.report;
