/** Memories of an avatar as values in their normal form. Used by {@code viva.avatar.remembering} and the REST; knows no table and no message. */
package viva.avatar.memory;
