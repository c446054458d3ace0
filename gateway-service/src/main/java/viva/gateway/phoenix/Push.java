package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event on its way to clients, encoded once for all of them: it carries no join_ref. */
public record Push(String frame) {
    public static Push of(String topic, String event, ObjectNode payload) {
        return new Push(TextFrames.write(null, null, topic, event, payload));
    }
}
