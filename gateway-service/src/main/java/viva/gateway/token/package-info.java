/**
 * Tokens and their ES256 keys: signing, rotation, publication as JWKS, verification. Used by the REST, the sockets and the clients of other
 * services. Whether a session has ended is asked of {@code viva.gateway.session}; passwords are not known here.
 */
package viva.gateway.token;
