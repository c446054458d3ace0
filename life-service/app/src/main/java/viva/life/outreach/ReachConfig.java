package viva.life.outreach;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import viva.life.resident.OutreachRules;

/** When avatars may write to their owners first. All of it is the owner's real time. */
@ConfigMapping(prefix = "viva.reach")
public interface ReachConfig {
    /** How often one avatar may write first on one day. */
    @WithDefault("3")
    int perDay();

    /** The hour of the day, 0 to 23, from which on it lets its owner sleep. */
    @WithDefault("22")
    int quietFrom();

    /** The hour of the day, 0 to 23, at which the quiet hours end. */
    @WithDefault("8")
    int quietUntil();

    /** As decisions see it. */
    default OutreachRules rules() {
        return new OutreachRules(perDay(), quietFrom(), quietUntil());
    }
}
