/** Settings and the table of how often avatars may write to their owners first. */
package viva.life.outreach;
