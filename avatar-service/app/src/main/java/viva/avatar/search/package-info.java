/**
 * Finding memories: an avatar's memories held ready in the process, the vectors they are compared by behind the port {@code MemoryIndex}, and searches over both. Called
 * by the REST; changes no memory.
 */
package viva.avatar.search;
