/** The program behind {@code ./viva}; its commands are in {@code viva.local.command}. */
package viva.local;
