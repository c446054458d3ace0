package viva.gateway.peer;

/** Another service did not do what it was asked for. It carries no stack trace: it is no bug of the gateway's. */
public final class PeerFailure extends RuntimeException {
    private final Kind kind;

    /** What a caller can do about it. */
    public enum Kind {
        /** It is not there, or the account may not know that it is. */
        NOT_FOUND,
        /** The question was wrong; the message says why and is meant for the one who asked. */
        REJECTED,
        /** Nobody answered in time; asking again later may help. */
        UNAVAILABLE
    }

    PeerFailure(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
