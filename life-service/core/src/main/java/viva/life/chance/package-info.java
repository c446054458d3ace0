/**
 * Counter-based random numbers, one stream per purpose. The only chance in a life, and without state, so that a life can be lived again; codes of
 * purposes never change.
 */
package viva.life.chance;
