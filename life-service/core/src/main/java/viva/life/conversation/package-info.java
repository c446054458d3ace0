/** Conversations as records: of two avatars, and of an avatar with its owner. They decide nothing and know no database. */
package viva.life.conversation;
