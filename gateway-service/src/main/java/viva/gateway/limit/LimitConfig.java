package viva.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import viva.gateway.limit.Limits.Limit;

/** How often things may be asked of the gateway. */
@ConfigMapping(prefix = "viva.gateway.limit")
public interface LimitConfig {
    /** Accounts that may be opened from one address each minute. */
    @WithDefault("30")
    int registrationsPerMinute();

    /** Attempts to sign in from one address each minute. */
    @WithDefault("60")
    int sessionsPerMinute();

    /** Attempts to sign in as one account each minute, from anywhere. */
    @WithDefault("10")
    int attemptsPerMinute();

    /** Refresh tokens that one address may use each minute. */
    @WithDefault("120")
    int refreshesPerMinute();

    /** Changes that one account may make each second, by REST and over all of its sockets. */
    @WithDefault("50")
    int writesPerSecond();

    /** Questions that one account may ask each second, by REST and over all of its sockets; each replica counts its own. */
    @WithDefault("200")
    int readsPerSecond();

    /** Those of them each minute that take much work: matches, history, digest, why, and the state of another time. */
    @WithDefault("600")
    int costlyReadsPerMinute();

    /** Topics that one account may join each minute, on all of its sockets; each replica counts its own. */
    @WithDefault("600")
    int joinsPerMinute();

    /** Messages that one account may send to its avatars each day. */
    @WithDefault("20000")
    int messagesPerDay();

    /** Sessions that one account may have at a time; one more ends the one that was not used for longest. At least 1. */
    @WithDefault("100")
    int sessionsPerAccount();

    default Limit registrations() {
        return perMinute("registration", registrationsPerMinute());
    }

    default Limit sessions() {
        return perMinute("session", sessionsPerMinute());
    }

    default Limit attempts() {
        return perMinute("attempt", attemptsPerMinute());
    }

    default Limit refreshes() {
        return perMinute("refresh", refreshesPerMinute());
    }

    default Limit writes() {
        return new Limit("write", writesPerSecond(), Duration.ofSeconds(1));
    }

    default Limit reads() {
        return new Limit("read", readsPerSecond(), Duration.ofSeconds(1));
    }

    default Limit costlyReads() {
        return perMinute("costly-read", costlyReadsPerMinute());
    }

    default Limit joins() {
        return perMinute("join", joinsPerMinute());
    }

    default Limit messages() {
        return new Limit("message", messagesPerDay(), Duration.ofDays(1));
    }

    /** All of them. */
    default List<Limit> all() {
        return List.of(
                registrations(),
                sessions(),
                attempts(),
                refreshes(),
                writes(),
                reads(),
                costlyReads(),
                joins(),
                messages());
    }

    private static Limit perMinute(String name, int count) {
        return new Limit(name, count, Duration.ofMinutes(1));
    }
}
