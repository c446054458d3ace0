/**
 * The commands of {@code ./viva bench}: options come in, figures go out as a JSON file. Each command brings together what the other
 * packages measure; of those none knows a command, and only {@link viva.load.Load} calls one.
 */
package viva.load.command;
