/** The dead letters of a service over its REST, for operators. Present in every service; it says nothing of how letters are read. */
package viva.platform.letters.rest;
