/** Looks for what would keep a world from running on this machine, and says what to do about it. Nothing here changes anything. */
package viva.local.doctor;
