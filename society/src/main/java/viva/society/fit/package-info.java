/** Statistics of points and of plain numbers, for diaries, figures and reports. Knows nothing of lives. */
package viva.society.fit;
