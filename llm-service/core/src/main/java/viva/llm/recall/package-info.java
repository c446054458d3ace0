/**
 * What an owner told, asked back: facts out of the owner's own earlier lines, found by the words a question shares with them and by the kind of
 * answer it wants (a name, a place, a time, a number). Pure; knows nothing of phrasebooks and avatars. Called by the voice. The texts are
 * untrusted data: what comes out is cleaned, cut to a length, and never a line of anybody but the owner.
 */
package viva.llm.recall;
