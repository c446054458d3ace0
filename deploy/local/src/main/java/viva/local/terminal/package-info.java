/** Output for the person at the terminal. Used by commands and the launcher; decides nothing. */
package viva.local.terminal;
