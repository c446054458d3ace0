/**
 * The channel {@code world:clock}: the world's clock as the life service last told it, and the timer of its pushes. Found by
 * {@code viva.gateway.phoenix}, called by nobody; changes no clock.
 */
package viva.gateway.world;
