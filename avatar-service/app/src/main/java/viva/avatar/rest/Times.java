package viva.avatar.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import viva.platform.service.problem.Rejected;

/** Instants in requests. */
final class Times {
    private Times() {}

    /** Reads an ISO 8601 instant, also with an offset. */
    static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notAnInstant) {
            throw Rejected.invalid(field, "must be an instant such as 2026-11-01T10:00:00Z");
        }
    }
}
