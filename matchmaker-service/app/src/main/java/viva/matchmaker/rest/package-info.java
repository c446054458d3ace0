/** The REST of the matchmaker: matches, scores, likes, passes and blocks. Called by no other package; decides nothing. */
package viva.matchmaker.rest;
