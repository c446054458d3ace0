/** What {@code ./viva} can be told: each command a class, which says what happens and leaves the work to the other packages. */
package viva.local.command;
