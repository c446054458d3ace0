/**
 * The life cycle: nine activities as sealed records, each with only the transitions that leave it, and their codec. Minds alone make transitions;
 * tags are part of stored minds and never change.
 */
package viva.life.activity;
