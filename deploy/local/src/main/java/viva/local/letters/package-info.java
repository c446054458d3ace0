/** {@code ./viva dlq}: what an operator does with dead letters, at the broker itself, so that no service needs to run for it. */
package viva.local.letters;
