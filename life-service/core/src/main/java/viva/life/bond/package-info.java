/** What minds learn of the other avatars in their lives: bonds, matches, departures and blocks. */
package viva.life.bond;
