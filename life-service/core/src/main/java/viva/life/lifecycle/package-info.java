/** Avatars begin to live, rest, live on and are erased, as the avatar service says. */
package viva.life.lifecycle;
