package viva.gateway.phoenix;

/** What a {@link SocketSession} wants done, in this order. */
sealed interface SessionOutput {
    /** Send a frame. */
    record Send(Frame frame) implements SessionOutput {}

    /** Decide on a join, and say {@code Joined}, {@code Refused} or {@code Failed}. */
    record Join(String topic, String joinRef, Payload params) implements SessionOutput {}

    /** The reply to the join is out: pushes may begin. */
    record Opened(String topic) implements SessionOutput {}

    /** Handle an event, and say {@code Handled} or {@code Failed}. */
    record Handle(String topic, String event, Payload payload) implements SessionOutput {}

    /** The channel is closed: no push any more. */
    record Left(String topic) implements SessionOutput {}

    /** Close the connection with this WebSocket code. */
    record Disconnect(int code, String reason) implements SessionOutput {}
}
