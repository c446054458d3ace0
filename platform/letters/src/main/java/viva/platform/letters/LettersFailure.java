package viva.platform.letters;

/** Why dead letters cannot be worked on now, in a sentence for an operator. Every letter is where it was. */
public final class LettersFailure extends RuntimeException {
    private final Kind kind;

    /** What an operator can do about it. */
    public enum Kind {
        /** Wait: somebody else has the letters in hand. */
        BUSY,
        /** Prepare the broker: it has no such queue. */
        ABSENT,
        /** Look at the broker: it is away, or refuses. */
        AWAY
    }

    LettersFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    LettersFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
