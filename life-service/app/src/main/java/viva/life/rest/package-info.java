/**
 * The REST of the life service: states, pasts and conversations, read from the database by any replica, and the world's clock for operators.
 * Called by no other package; changes no mind.
 */
package viva.life.rest;
