package viva.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import viva.gateway.limit.Limits.Limit;

/** How often things may be asked of the gateway. */
@ConfigMapping(prefix = "viva.gateway.limit")
public interface LimitConfig {
    /** Accounts that may be opened from one network each minute. */
    @WithDefault("30")
    int registrationsPerMinute();

    /** Attempts to sign in from one network each minute. */
    @WithDefault("60")
    int sessionsPerMinute();

    /** Attempts to sign in with one login from one network each minute. */
    @WithDefault("10")
    int attemptsPerMinute();

    /** Attempts to sign in with one login each hour, from anywhere: twice of what a single network may. */
    @WithDefault("1200")
    int attemptsPerHour();

    /** Attempts of a device that signed in to the account before, each hour; these do not count for any of the above. */
    @WithDefault("60")
    int deviceAttemptsPerHour();

    /** How often one account may tell its current password each hour, to change what needs it. */
    @WithDefault("20")
    int confirmationsPerHour();

    /** How often one account may have a code sent to an e-mail address each hour. */
    @WithDefault("5")
    int codesPerHour();

    /** Mails that one address gets each day, whatever accounts claim it. */
    @WithDefault("10")
    int mailsPerDay();

    /** Refresh tokens that one network may use each minute. */
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

    /** Avatars that one account may import each hour, those that are refused among them. */
    @WithDefault("60")
    int importsPerHour();

    /** Messages that one account may send to its avatars each day. */
    @WithDefault("20000")
    int messagesPerDay();

    /** Sessions that one account may have at a time; one more ends the one that was not used for longest. At least 1. */
    @WithDefault("100")
    int sessionsPerAccount();

    /**
     * Proxies whose X-Forwarded-For is believed, as networks such as {@code 10.0.0.0/8}; without any, a request comes from where its
     * connection does.
     */
    Optional<List<String>> trustedProxies();

    default Limit registrations() {
        return perMinute("registration", registrationsPerMinute());
    }

    default Limit sessions() {
        return perMinute("session", sessionsPerMinute());
    }

    default Limit attempts() {
        return perMinute("attempt", attemptsPerMinute());
    }

    default Limit guesses() {
        return perHour("guess", attemptsPerHour());
    }

    default Limit devices() {
        return perHour("device", deviceAttemptsPerHour());
    }

    default Limit imports() {
        return perHour("import", importsPerHour());
    }

    default Limit confirmations() {
        return perHour("confirmation", confirmationsPerHour());
    }

    default Limit codes() {
        return perHour("code", codesPerHour());
    }

    default Limit mails() {
        return new Limit("mail", mailsPerDay(), Duration.ofDays(1));
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
                guesses(),
                devices(),
                confirmations(),
                codes(),
                mails(),
                refreshes(),
                writes(),
                reads(),
                costlyReads(),
                joins(),
                imports(),
                messages());
    }

    private static Limit perHour(String name, int count) {
        return new Limit(name, count, Duration.ofHours(1));
    }

    private static Limit perMinute(String name, int count) {
        return new Limit(name, count, Duration.ofMinutes(1));
    }
}
