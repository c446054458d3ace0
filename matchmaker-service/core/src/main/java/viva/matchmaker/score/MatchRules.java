package viva.matchmaker.score;

/**
 * Which matches avatars are told of.
 *
 * @param goodMatch the total from which on a match is worth telling of, in [0, 1]
 * @param toldPerAvatar matches that an avatar is told of at most when it is new, changes or wakes
 * @param foundPerDay matches that an avatar is told of at most on one day because others are new, change or wake
 */
public record MatchRules(double goodMatch, int toldPerAvatar, int foundPerDay) {
    /** Those of a matchmaker that is not configured otherwise. */
    public static final MatchRules DEFAULT = new MatchRules(.45, 3, 3);
}
