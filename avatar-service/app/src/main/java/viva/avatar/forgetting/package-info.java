/** Lets memories go that have faded: a job of the cluster, set by set, by the closed form of {@code viva.avatar.memory}. */
package viva.avatar.forgetting;
