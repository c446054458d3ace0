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

    /** Changes that one account may make each second. */
    @WithDefault("50")
    int writesPerSecond();

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

    /** All of them. */
    default List<Limit> all() {
        return List.of(registrations(), sessions(), attempts(), refreshes(), writes());
    }

    private static Limit perMinute(String name, int count) {
        return new Limit(name, count, Duration.ofMinutes(1));
    }
}
