package viva.relationship.bond;

/**
 * How strongly a conversation changes a bond. All of it is this model's own choice, set so that two avatars who talk twice a world
 * day and get on are acquaintances within a day, friends in about a week and close friends in three to four weeks: the order of
 * Hall 2018, in a world whose hours are cheap. Paces are the share of the way to 1 that one conversation goes when it could not
 * be better, harms the share of the way to 0 when it could not be worse; so nothing leaves [0, 1] and the first talks count most.
 *
 * @param hoursPerTurn shared hours, in the sense of Hall 2018, that a turn of small talk counts for
 * @param depthBonus the deepest turn counts for {@code 1 + depthBonus} of them
 * @param trustPace of trust, when each understood all and showed all of themselves
 * @param trustHarm of trust, by conflict alone
 * @param affectionPace of a side's affection, when it enjoyed it fully and laughs at the other's jokes as most do; towards 0 when
 *     it enjoyed nothing
 * @param affectionHarm of a side's affection, by conflict alone
 * @param attractionPace of a side's attraction, when there was nothing but flirtation and it enjoyed it fully
 * @param attractionHalfLifeHours world hours in which half of an attraction is gone, unless flirtation keeps it up
 * @param refusedAffection the share of its affection that who asked for a date loses by a no
 * @param refusedAttraction the share of its attraction that it loses by that
 */
public record MeetingParameters(
        double hoursPerTurn,
        double depthBonus,
        double trustPace,
        double trustHarm,
        double affectionPace,
        double affectionHarm,
        double attractionPace,
        double attractionHalfLifeHours,
        double refusedAffection,
        double refusedAttraction) {
    public static final MeetingParameters DEFAULT =
            new MeetingParameters(0.7, 1, 0.06, 0.08, 0.10, 0.08, 1.0, 30 * 24, 0.15, 0.4);

    /** The shared hours that a conversation counts for; its depth is in [0, 1]. */
    double hours(int turns, double depth) {
        return hoursPerTurn * turns * (1 + depthBonus * depth);
    }
}
