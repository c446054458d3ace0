/**
 * Sleep by the two-process model (Borbély 1982): pressure, thresholds, and the instant at which they meet. Called by minds; knows nothing but
 * time.
 */
package viva.life.sleep;
