package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/**
 * One message of the Phoenix Channels protocol, version 2.0.0: {@code [join_ref, ref, topic, event, payload]}.
 *
 * @param joinRef the ref of the join it belongs to, or null
 * @param ref what the reply to it will carry, or null when it is a push of the server
 */
record Frame(String joinRef, String ref, String topic, String event, Payload payload) {
    static final String JOIN = "phx_join";
    static final String LEAVE = "phx_leave";
    static final String REPLY = "phx_reply";
    static final String CLOSE = "phx_close";
    static final String ERROR = "phx_error";
    static final String HEARTBEAT = "heartbeat";

    /** The topic of messages about the socket itself. */
    static final String PHOENIX = "phoenix";

    Frame {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(payload, "payload");
    }

    static Frame json(String joinRef, String ref, String topic, String event, ObjectNode payload) {
        return new Frame(joinRef, ref, topic, event, new Payload.Json(payload));
    }

    /** The answer to this frame. */
    Frame reply(Answer answer) {
        return json(joinRef, ref, topic, REPLY, answer.toReply());
    }
}
