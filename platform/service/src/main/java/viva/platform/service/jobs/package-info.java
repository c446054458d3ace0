/**
 * What scheduled jobs do when their process stops. Called by jobs that work in steps; knows no job and no database.
 */
package viva.platform.service.jobs;
