/** Caches from training runs, with which services start faster. */
package viva.local.startup;
