/**
 * The exponential function of everything in a life that rises or fades, with the same bits on every machine. Used instead of {@link Math#exp};
 * knows nothing of lives.
 */
package viva.life.decay;
