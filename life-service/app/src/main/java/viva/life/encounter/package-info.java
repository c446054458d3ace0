/** Settings of encounters and the table of blocks. Decides nothing: the core does. */
package viva.life.encounter;
