/**
 * Whether a world that goes on for long stays as large as it is: samples of what grows, a line through them, and a verdict. Nothing here
 * measures; {@code viva.load.world} does, and {@code viva.load.command.Soak} brings the two together.
 */
package viva.load.soak;
