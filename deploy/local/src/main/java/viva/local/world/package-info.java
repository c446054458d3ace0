/**
 * A world on this machine: its servers, ports and services, started in order, kept running and stopped. Called by commands; other programs find it
 * by {@code run/world.json}.
 */
package viva.local.world;
