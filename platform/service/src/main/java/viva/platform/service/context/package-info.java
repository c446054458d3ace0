/**
 * Where asynchronous work goes on: the Vert.x context of its caller. Called by whatever waits for other threads or shares one answer
 * among many callers; knows no service.
 */
package viva.platform.service.context;
