/**
 * The environment and the {@code .env} file as typed settings; a malformed value fails with its name. Read by commands and the launcher; writes
 * nothing.
 */
package viva.local.settings;
