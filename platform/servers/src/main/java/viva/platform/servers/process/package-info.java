/** Processes of this machine: long-lived servers, short commands, and the signals that stop them. */
package viva.platform.servers.process;
