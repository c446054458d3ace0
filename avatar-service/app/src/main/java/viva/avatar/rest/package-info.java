/** The REST of the avatar service: bodies become drafts, rejections of the core become problems. Called by no other package; decides nothing. */
package viva.avatar.rest;
