/**
 * What a world must show, each figure beside its expected range, and the statistics behind it. Reads diaries; knows nothing of how figures are
 * shown.
 */
package viva.society.figure;
