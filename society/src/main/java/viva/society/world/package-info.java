/**
 * A world lived as fast as the machine allows: minds, encounters and bonds by the services' cores, as a function of its plan. Knows no clock, no
 * file and no report.
 */
package viva.society.world;
