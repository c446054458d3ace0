/**
 * Talks of owners with their avatars and encounters of avatars, as records and tables. Shards read and write them within their
 * transactions, the REST reads them. Decides nothing: who speaks, and what follows from it, is said by {@code viva.life.input}.
 */
package viva.life.conversation;
