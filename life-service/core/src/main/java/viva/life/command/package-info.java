/**
 * The one door to the decisions of the life service: {@link viva.life.command.Decisions} says what is to be read for a trigger and decides it,
 * with exhaustive switches over all commands and all intents.
 */
package viva.life.command;
