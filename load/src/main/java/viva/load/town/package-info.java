/**
 * A world to be measured: private servers, packaged services, and avatars with a past that are copied into the database. Called by commands;
 * measures nothing.
 */
package viva.load.town;
