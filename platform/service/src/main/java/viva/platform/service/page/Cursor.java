package viva.platform.service.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import viva.platform.service.problem.ProblemType;
import viva.platform.service.problem.Rejected;

/**
 * The key of the last item of a page, opaque to callers: one to {@value #MAX_PARTS} parts, such as a time and an id. Whoever reads
 * it checks each part, because a caller may send anything.
 */
public record Cursor(List<String> parts) {
    private static final int MAX_PARTS = 4;
    private static final int MAX_ENCODED = 300;
    private static final String SEPARATOR = "\n";

    public Cursor {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException("1 to " + MAX_PARTS + " parts: got " + parts.size());
        }
    }

    public static Cursor of(Object... parts) {
        return new Cursor(java.util.Arrays.stream(parts).map(Object::toString).toList());
    }

    /**
     * Reads what {@link #encoded()} wrote.
     *
     * @throws Rejected when {@code text} is anything else
     */
    public static Cursor decode(String text, int parts) {
        if (text.length() > MAX_ENCODED) {
            throw bad();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> found = List.of(plain.split(SEPARATOR, -1));
            if (found.size() != parts) {
                throw bad();
            }
            return new Cursor(found);
        } catch (IllegalArgumentException notBase64) {
            throw bad();
        }
    }

    public String encoded() {
        byte[] plain = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** A part that is an instant, or a {@link Rejected} when it is not. */
    public Instant instant(int part) {
        try {
            return Instant.parse(parts.get(part));
        } catch (DateTimeException notAnInstant) {
            throw bad();
        }
    }

    /** A part that is a UUID, or a {@link Rejected} when it is not. */
    public UUID uuid(int part) {
        try {
            return UUID.fromString(parts.get(part));
        } catch (IllegalArgumentException notAnId) {
            throw bad();
        }
    }

    /** A part that is a whole number, or a {@link Rejected} when it is not. */
    public long number(int part) {
        try {
            return Long.parseLong(parts.get(part));
        } catch (NumberFormatException notANumber) {
            throw bad();
        }
    }

    private static Rejected bad() {
        return Rejected.blaming(ProblemType.BAD_REQUEST, "cursor", "is not one that was handed out here");
    }
}
