package viva.gateway.phoenix;

/** What came in is not a frame of the protocol; the socket it came from is closed. The message is safe to show. */
final class MalformedFrame extends Exception {
    MalformedFrame(String message) {
        super(message);
    }
}
