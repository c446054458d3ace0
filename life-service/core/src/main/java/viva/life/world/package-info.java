/**
 * World time as a function of real time, now and at any past instant. Used by clock, history and decisions; the real instant is always an
 * argument.
 */
package viva.life.world;
