package viva.load.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads when a session took place: {@code 1:56 pm on 8 May, 2023}, or ISO 8601. What names no zone is UTC. */
final class SessionTime {
    private static final DateTimeFormatter SPOKEN = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("h:mm a 'on' d MMMM, uuuu")
            .toFormatter(Locale.ENGLISH);

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> LocalDateTime.parse(text, SPOKEN).toInstant(ZoneOffset.UTC),
            text -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    private SessionTime() {}

    /** The instant; empty when the text has none of the forms. */
    static Optional<Instant> of(String text) {
        return FORMS.stream().flatMap(form -> read(form, text.strip()).stream()).findFirst();
    }

    private static Optional<Instant> read(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
