/**
 * Sending mail to owners. Everybody who has something to say uses {@link viva.gateway.mail.Mailer}; only this package knows of mail
 * servers.
 */
package viva.gateway.mail;
