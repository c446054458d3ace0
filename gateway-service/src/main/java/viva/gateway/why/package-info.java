/** From an entry of the timeline to the question that explains it, which the life service answers. Called by the REST; explains nothing itself. */
package viva.gateway.why;
