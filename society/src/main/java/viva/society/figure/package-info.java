/** What a world must show, each figure beside its expected range. Reads diaries; knows nothing of how figures are shown. */
package viva.society.figure;
