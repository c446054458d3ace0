/** The program behind {@code ./viva bench}; its commands are in {@code viva.load.command}. */
package viva.load;
