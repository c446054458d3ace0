package viva.life.resident;

/**
 * When avatars may write to their owners first, in the owners' own time.
 *
 * @param perDay how often one avatar may write first on one day
 * @param quietFrom the hour of the day, 0 to 23, from which on it lets its owner sleep
 * @param quietUntil the hour of the day, 0 to 23, at which the quiet hours end
 */
public record OutreachRules(int perDay, int quietFrom, int quietUntil) {
    /** Those of a service that is not configured otherwise. */
    public static final OutreachRules DEFAULT = new OutreachRules(3, 22, 8);
}
