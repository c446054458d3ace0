/**
 * Owners' accounts: opening, changing and erasing them, their passwords, their e-mail addresses, and who runs the world. Sessions and
 * tokens are told when something ends; what a request may do is decided elsewhere.
 */
package viva.gateway.account;
