package viva.gateway.channel;

/** An event's payload is not as it must be. The message says what is wrong with which field. */
final class BadPayload extends RuntimeException {
    BadPayload(String message) {
        super(message, null, false, false);
    }
}
