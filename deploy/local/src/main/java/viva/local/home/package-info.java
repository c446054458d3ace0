/** The folder of a world: its layout, its lock, and its access rights. Used by everything that starts or inspects a world; starts nothing. */
package viva.local.home;
