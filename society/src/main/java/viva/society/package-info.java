/** The programs behind {@code ./viva simulate} and {@code ./viva talks}: options come in, reports go out. */
package viva.society;
