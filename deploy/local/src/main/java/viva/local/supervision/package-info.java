/** Restarts processes that died, with a growing delay. Sees each as a {@link viva.local.supervision.Part}, and not what it is for. */
package viva.local.supervision;
