/**
 * The tables of conversations, of owners with their avatars and of encounters. Shards read and write them within their transactions, the REST
 * reads them. Decides nothing: that is {@code viva.life.command}'s.
 */
package viva.life.conversation;
