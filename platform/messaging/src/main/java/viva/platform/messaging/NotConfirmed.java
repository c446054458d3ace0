package viva.platform.messaging;

import java.io.IOException;

/** The broker did not confirm a message. It may have got it all the same: its sender repeats it with the same message id. */
public abstract sealed class NotConfirmed extends IOException {
    NotConfirmed(String message, Throwable cause) {
        super(message, cause);
    }

    /** Nobody takes messages right now, wherever they go: the broker is away, or too many wait for it. */
    public static final class Away extends NotConfirmed {
        Away(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The broker refused this message: a queue is full, or there is no way to it. */
    public static final class Refused extends NotConfirmed {
        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The broker was silent about this message for too long: a queue has no leader, or the broker is slow. */
    public static final class Unanswered extends NotConfirmed {
        Unanswered(String message) {
            super(message, null);
        }
    }
}
