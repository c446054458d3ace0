/**
 * What is recorded of a life while it is lived, in counters and traces of fixed size. Written by {@code viva.society.world}, read by figures and
 * reports; influences no life.
 */
package viva.society.diary;
