/**
 * The public REST of the gateway. Requests come in, are authenticated and limited, and go on to the packages of accounts, signing in and
 * commands, or by {@code viva.gateway.backend} to another service; refusals leave as problem+json. Called by no other package; decides
 * nothing about avatars.
 */
package viva.gateway.rest;
