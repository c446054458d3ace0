package viva.matchmaker.rest;

import viva.contracts.AvatarId;
import viva.matchmaker.verdict.Kind;

/**
 * A verdict that was given.
 *
 * @param mutual whether both like each other now
 */
public record VerdictView(AvatarId avatarId, Kind verdict, boolean mutual) {}
