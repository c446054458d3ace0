/** Emotions that decay towards their baselines, and the mood that follows them, in closed forms. What stirs an emotion is decided by the callers. */
package viva.life.feeling;
