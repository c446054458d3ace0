package viva.life.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import viva.platform.service.problem.Rejected;

/** Reads the query parameters of the past; null stays null. */
final class PastParameters {
    private static final int LONGEST = 64;

    private PastParameters() {}

    /** An ISO-8601 instant with any offset. */
    static Instant instant(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            // An offset of +02:00 that was not encoded arrives with a space.
            return OffsetDateTime.parse(shortened(text).replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Rejected.invalid(field, "must be an ISO-8601 instant such as 2026-01-31T12:00:00Z");
        }
    }

    /** An ISO-8601 duration. */
    static Duration duration(String field, String text) {
        if (text == null) {
            return null;
        }
        try {
            return Duration.parse(shortened(text));
        } catch (DateTimeException e) {
            throw Rejected.invalid(field, "must be an ISO-8601 duration such as PT15M");
        }
    }

    static long wholeNumber(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Rejected.invalid(field, "must be a whole number");
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
