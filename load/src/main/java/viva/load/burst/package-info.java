/** Everybody comes at once, as after a restart of the gateway: what the public doors of a running world answer, and how soon. */
package viva.load.burst;
