package viva.life.history;

/** What is kept of a past was lived by another version of the model, cannot be read by this one, or is too much: it is not lived again. */
final class InexactPastException extends RuntimeException {
    InexactPastException(String message) {
        super(message, null, false, false);
    }
}
