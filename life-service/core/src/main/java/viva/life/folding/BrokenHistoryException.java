package viva.life.folding;

/** A journal does not lead where it says it led: entries are missing, or the life was lived by other constants. */
public final class BrokenHistoryException extends RuntimeException {
    BrokenHistoryException(String message) {
        super(message);
    }
}
