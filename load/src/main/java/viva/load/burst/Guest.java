package viva.load.burst;

/**
 * An owner with an avatar.
 *
 * @param accessToken what REST is shown
 * @param avatar the avatar's id
 */
public record Guest(String accessToken, String avatar) {}
