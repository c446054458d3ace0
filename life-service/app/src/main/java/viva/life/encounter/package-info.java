/** Settings of encounters, who is about in this replica, and the table of blocks. Decides nothing: the core does. */
package viva.life.encounter;
