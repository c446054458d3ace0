/** A world that runs on this machine, as its folder and its servers tell of it: processes, tables and queues. Nothing is changed. */
package viva.load.world;
