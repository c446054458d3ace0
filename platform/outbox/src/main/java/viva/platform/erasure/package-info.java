/**
 * The end of an avatar's erasure in one service, the same in all of them: its dead letters are dropped, and the avatar service is told.
 * What else a service keeps of avatars, and how it goes, is the service's own business; docs/erasure.md lists it.
 */
package viva.platform.erasure;
