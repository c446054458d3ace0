package viva.relationship.bond;

/**
 * The constants of bonds. Familiarity thresholds are shared hours h by F = 1 − e^(−h/100); Hall 2018 finds friends after 80 to 100
 * hours and close friends after 200. Warmth is the mean of trust and of both sides' mean affection. Thresholds of warmth and
 * attraction are this model's own choice.
 *
 * @param acquaintances familiarity after 5 h (lost below 2 h)
 * @param friends 80 h (lost below 60 h)
 * @param closeFriends 200 h (lost below 160 h)
 * @param bestFriends 300 h (lost below 240 h)
 * @param attraction from when on it is a crush
 * @param commitment the weaker of trust and of both affections, from when on a couple is committed
 * @param commitmentHours world hours that the commitment holds before dating avatars are partners
 * @param collapse trust; a couple parts when it is lost
 * @param drift familiarity below which former couples and estranged friends are strangers
 * @param cold warmth below which an estranged pair gives up
 * @param coolDownHours world hours before an ex can be a friend
 * @param affectHalfLifeHours world hours in which half of what happened is forgiven, or forgotten
 * @param fading of familiarity without contact
 * @param meeting what a conversation does
 */
public record BondParameters(
        Gap acquaintances,
        Rung friends,
        Rung closeFriends,
        Rung bestFriends,
        Gap attraction,
        Gap commitment,
        double commitmentHours,
        double collapse,
        double drift,
        double cold,
        double coolDownHours,
        double affectHalfLifeHours,
        Fading fading,
        MeetingParameters meeting) {
    public static final BondParameters DEFAULT = new BondParameters(
            new Gap(0.02, 0.05),
            new Rung(new Gap(0.45, 0.55), new Gap(0.30, 0.40)),
            new Rung(new Gap(0.80, 0.865), new Gap(0.45, 0.55)),
            new Rung(new Gap(0.91, 0.95), new Gap(0.60, 0.70)),
            new Gap(0.45, 0.60),
            new Gap(0.45, 0.60),
            14 * 24,
            0.10,
            0.35,
            0.15,
            14 * 24,
            14 * 24,
            new Fading(0.1, 30 * 24, 0.8, 60 * 24),
            MeetingParameters.DEFAULT);
}
