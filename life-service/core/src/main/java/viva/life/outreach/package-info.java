/** What an avatar lets its owner know by itself: a greeting, a thought, a message that it writes first. */
package viva.life.outreach;
