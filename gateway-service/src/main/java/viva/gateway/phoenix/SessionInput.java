package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What happens to a {@link SocketSession}. */
sealed interface SessionInput {
    /**
     * A frame came in.
     *
     * @param bytes what it had on the line
     */
    record Received(Frame frame, int bytes) implements SessionInput {
        Received(Frame frame) {
            this(frame, 0);
        }
    }

    /** The join that was asked for was granted; {@code response} goes back to the client. */
    record Joined(String topic, ObjectNode response) implements SessionInput {}

    /** The join that was asked for was not granted. */
    record Refused(String topic, Answer.Refused answer) implements SessionInput {}

    /** The event that was to be handled was. */
    record Handled(String topic, Answer answer) implements SessionInput {}

    /** What was to be done for a topic failed, for no fault of the client. */
    record Failed(String topic) implements SessionInput {}

    /** What an open channel showed is gone. */
    record Ended(String topic) implements SessionInput {}

    /** The connection is gone. */
    record Disconnected() implements SessionInput {}
}
