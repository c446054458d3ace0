package viva.avatar.profile;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Text of one field: trimmed, in Unicode's composed form, printable and within a limit of code points. */
public record PlainText(String field, int limit, boolean lines) {
    /** Text of one line. */
    public static PlainText line(String field, int limit) {
        return new PlainText(field, limit, false);
    }

    /** Text that may have line breaks and tabs. */
    public static PlainText paragraphs(String field, int limit) {
        return new PlainText(field, limit, true);
    }

    /** The normal form; empty when there was nothing but blanks, or when something was added to {@code rejections}. */
    public Optional<String> read(String raw, List<Rejection> rejections) {
        if (raw == null) {
            return Optional.empty();
        }
        OptionalInt unprintable = raw.codePoints().filter(this::isUnprintable).findFirst();
        if (unprintable.isPresent()) {
            rejections.add(new Rejection.Unprintable(field, unprintable.getAsInt()));
            return Optional.empty();
        }
        String text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            rejections.add(new Rejection.TooLong(field, limit, length));
            return Optional.empty();
        }
        return text.codePoints().allMatch(PlainText::isInvisible) ? Optional.empty() : Optional.of(text);
    }

    private boolean isUnprintable(int codePoint) {
        if (lines && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t')) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> turnsDirection(codePoint);
        };
    }

    /** Embeddings, overrides and isolates: they make a name read as another one. */
    private static boolean turnsDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.getType(codePoint) == Character.FORMAT;
    }
}
