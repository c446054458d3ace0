package viva.matchmaker.match;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import viva.matchmaker.score.MatchRules;

/** How matches are found and told. */
@ConfigMapping(prefix = "viva.matchmaker")
public interface MatchConfig {
    /** How often this process looks for profiles that changed: matches are this fresh. */
    @WithDefault("250ms")
    Duration followInterval();

    /** How long the table may take to tell what changed; then it is asked anew. Longer than it takes to tell of a million profiles. */
    @WithDefault("30s")
    Duration lookLimit();

    /** Profiles that are read from the database at a time. */
    @WithDefault("5000")
    int loadPage();

    /** The total from which on a match is worth telling of, in [0, 1]. Of a thousand random avatars half find somebody above 0.54. */
    @WithDefault("0.45")
    double goodMatch();

    /** Matches that are told of at most when an avatar is new, changes or wakes. */
    @WithDefault("3")
    int toldPerAvatar();

    /** Matches that an avatar is told of at most on one day because others are new, change or wake. */
    @WithDefault("3")
    int foundPerDay();

    /** How long an ex is not offered, in real time. */
    @WithDefault("14D")
    Duration exCoolDown();

    default MatchRules rules() {
        return new MatchRules(goodMatch(), toldPerAvatar(), foundPerDay());
    }
}
