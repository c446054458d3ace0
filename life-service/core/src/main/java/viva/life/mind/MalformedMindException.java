package viva.life.mind;

/** Bytes that are no mind: of another version, cut short, or changed since they were written. */
public final class MalformedMindException extends IllegalArgumentException {
    MalformedMindException(String message) {
        super(message);
    }

    MalformedMindException(String message, Throwable cause) {
        super(message, cause);
    }
}
