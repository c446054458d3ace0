/**
 * Who is signed in, from when until when, and what ends before its time. Knows nothing of accounts but their ids, and nothing of what
 * tokens look like.
 */
package viva.gateway.session;
