/**
 * A life lived again from its journalled inputs, byte for byte. Called by history and explanations, which bring the entries page by page; knows no
 * table.
 */
package viva.life.folding;
