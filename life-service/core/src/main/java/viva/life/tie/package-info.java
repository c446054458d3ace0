/**
 * What a mind knows of others: bonds as the relationship service tells them, strangers it would like to meet, blocks. Values and their codec; how
 * a bond changes is not decided here.
 */
package viva.life.tie;
