/**
 * Signing up, in and out: whether it may be tried, whether the password opens the account, and the session and tokens that come of it. Called by the
 * REST; accounts, sessions and tokens are kept by their own packages.
 */
package viva.gateway.signin;
