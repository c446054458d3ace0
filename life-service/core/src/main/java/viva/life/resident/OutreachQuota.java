package viva.life.resident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What an avatar keeps of its owner beside its mind: where they are, how often it may write to them first, in their own days and nights, and how much of
 * their chat it has not remembered yet.
 *
 * @param timezone where the owner lives; UTC when nobody said
 * @param day of {@code count}, or null before the first
 * @param count how often it wrote first on {@code day}
 * @param locale the owner's, a BCP 47 tag; null when not known
 * @param country where the owner is, an ISO 3166 code; null when not known
 * @param untold messages of the owner since a chat was last remembered
 */
public record OutreachQuota(String timezone, LocalDate day, int count, String locale, String country, int untold) {
    private static final int HOURS = 24;

    public static final OutreachQuota NEW = new OutreachQuota("UTC", null, 0, null, null, 0);

    public OutreachQuota {
        if (timezone == null || count < 0 || untold < 0) {
            throw new IllegalArgumentException(
                    "must be a time zone and counts >= 0: " + timezone + ", " + count + ", " + untold);
        }
    }

    /** One of which nothing is told. */
    public OutreachQuota(String timezone, LocalDate day, int count, String locale, String country) {
        this(timezone, day, count, locale, country, 0);
    }

    /** {@link #NEW} for null. */
    public static OutreachQuota orNew(OutreachQuota known) {
        return known == null ? NEW : known;
    }

    /**
     * From when on it may write instead, when it may not write now; empty when it may.
     *
     * @param late whether the moment in which it wanted to write is being made up for: nobody is notified of that
     */
    public Optional<Instant> postponed(Instant now, boolean late, OutreachRules config) {
        Instant opens = opens(now, config);
        return late || opens.isAfter(now) ? Optional.of(opens) : Optional.empty();
    }

    /** {@code now}, or when the quiet hours are over, or the day whose messages are used up with the night after it. */
    private Instant opens(Instant now, OutreachRules config) {
        ZonedDateTime there = now.atZone(zone());
        boolean usedUp = there.toLocalDate().equals(day) && count >= config.perDay();
        ZonedDateTime next = usedUp ? there.toLocalDate().plusDays(1).atStartOfDay(there.getZone()) : there;
        return (isQuiet(next.getHour(), config) ? endOfQuiet(next, config) : next).toInstant();
    }

    private static boolean isQuiet(int hour, OutreachRules config) {
        return config.quietFrom() > config.quietUntil()
                ? hour >= config.quietFrom() || hour < config.quietUntil()
                : hour >= config.quietFrom() && hour < config.quietUntil();
    }

    private static ZonedDateTime endOfQuiet(ZonedDateTime night, OutreachRules config) {
        ZonedDateTime end = night.truncatedTo(ChronoUnit.DAYS).withHour(Math.floorMod(config.quietUntil(), HOURS));
        return end.isAfter(night) ? end : end.plusDays(1);
    }

    /** It wrote. */
    public OutreachQuota used(Instant now) {
        LocalDate today = now.atZone(zone()).toLocalDate();
        return new OutreachQuota(timezone, today, today.equals(day) ? count + 1 : 1, locale, country, untold);
    }

    /** The owner's time zone is known now; one that does not exist changes nothing. */
    public OutreachQuota in(String zone) {
        return zone == null || zone.equals(timezone)
                ? this
                : new OutreachQuota(zone, day, count, locale, country, untold);
    }

    /** What travels with whatever the owner does; null when it is not known. */
    public OutreachQuota of(String currentLocale, String currentCountry) {
        return Objects.equals(currentLocale, locale) && Objects.equals(currentCountry, country)
                ? this
                : new OutreachQuota(timezone, day, count, currentLocale, currentCountry, untold);
    }

    /** The owner wrote once more. */
    public OutreachQuota toldMore() {
        return new OutreachQuota(timezone, day, count, locale, country, untold + 1);
    }

    /** What the owner wrote so far is remembered. */
    public OutreachQuota toldAll() {
        return new OutreachQuota(timezone, day, count, locale, country, 0);
    }

    /** The owner's day at an instant. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timezone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
