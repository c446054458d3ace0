/**
 * A world in one process: its inhabitants, and what goes on between them by the decisions of the services' cores. Has no rule of its own, asks no clock, and
 * knows nothing of words, figures or reports.
 */
package viva.society.world;
