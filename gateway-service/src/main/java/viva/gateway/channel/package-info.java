/**
 * The channels {@code avatar:<id>} and {@code conversation:<id>}: what happens to an avatar, on its owner's devices as it happens.
 * Timeline entries, live frames and clients' events come in; pushes and replies go out through {@code viva.gateway.phoenix}. Knows
 * nothing of frames on the wire, and asks other services only through {@code viva.gateway.backend}.
 */
package viva.gateway.channel;
