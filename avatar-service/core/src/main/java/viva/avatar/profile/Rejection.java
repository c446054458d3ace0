package viva.avatar.profile;

/**
 * Why a profile, a memory or a file cannot be taken as it is. Every rejection names the field by its JSON path, or the place in the file, and what
 * was wrong with it.
 */
public sealed interface Rejection {
    /** The field's path in the request, such as {@code personality.openness}. */
    String field();

    /** One sentence part for the owner, such as {@code must be in [0,1]: got 1.4}. */
    String reason();

    /** A field that has to be there is not, or is blank. */
    record Missing(String field) implements Rejection {
        @Override
        public String reason() {
            return "is required";
        }
    }

    /** Text over its limit; both in Unicode code points. */
    record TooLong(String field, int limit, int got) implements Rejection {
        @Override
        public String reason() {
            return "must have at most " + limit + " characters: got " + got;
        }
    }

    /** Text with a control character, an unpaired surrogate or a change of writing direction in it. */
    record Unprintable(String field, int codePoint) implements Rejection {
        @Override
        public String reason() {
            return "must not contain control characters: got U+%04X".formatted(codePoint);
        }
    }

    /** A number outside its range, or not a number at all. */
    record OutOfRange(String field, double least, double most, double got) implements Rejection {
        @Override
        public String reason() {
            return "must be in [%s,%s]: got %s".formatted(plain(least), plain(most), plain(got));
        }

        private static String plain(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e9
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
    }

    /** A locale that is no BCP 47 language tag. */
    record NotALocale(String field, String got) implements Rejection {
        @Override
        public String reason() {
            return "must be a BCP 47 language tag such as en or de-AT: got '" + got + "'";
        }
    }

    /** More entries in a list than it may have. */
    record TooMany(String field, int limit, int got) implements Rejection {
        @Override
        public String reason() {
            return "must have at most " + limit + " entries: got " + got;
        }
    }

    /** A label that is none of those there are; {@code got} may be null. */
    record NotAKind(String field, String got) implements Rejection {
        @Override
        public String reason() {
            return "must be one of the known kinds: got " + (got == null ? "none" : "'" + got + "'");
        }
    }

    /** A value of another type; {@code expected} is such as {@code a string}. */
    record WrongType(String field, String expected, String got) implements Rejection {
        @Override
        public String reason() {
            return "must be " + expected + ": got " + got;
        }
    }

    /** A rejection of something that is part of a larger document, at {@code path}. */
    record Within(String path, Rejection inner) implements Rejection {
        @Override
        public String field() {
            return path + "." + inner.field();
        }

        @Override
        public String reason() {
            return inner.reason();
        }
    }

    /** Something that cannot be read at all; {@code reason} reads on after the field. */
    record Unreadable(String field, String reason) implements Rejection {}

    /** A text by which whom it describes is younger than {@value ProfileLimits#YOUNGEST}. */
    record Minor(String field, String quote) implements Rejection {
        @Override
        public String reason() {
            return "must not be about anybody under " + ProfileLimits.YOUNGEST + ": got '" + quote + "'";
        }
    }

    /** A change of something that stays as it was at the avatar's creation. */
    record Fixed(String field) implements Rejection {
        @Override
        public String reason() {
            return "is fixed at the creation of an avatar and cannot be changed";
        }
    }
}
