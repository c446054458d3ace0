/**
 * Conversations of a simulated world put into words by the offline voice, to be read and to be measured. Whatever wants words of a world uses
 * {@link viva.society.talk.TalksOfAWorld}; the world itself knows nothing of words.
 */
package viva.society.talk;
