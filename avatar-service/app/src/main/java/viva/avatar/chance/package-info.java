/** Personalities drawn at random. The only package with a random generator: the core takes it as an argument. Called by the REST. */
package viva.avatar.chance;
