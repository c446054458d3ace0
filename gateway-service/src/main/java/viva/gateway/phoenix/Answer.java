package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an event on a channel is answered with. */
public sealed interface Answer {
    /** It was done; {@code response} is what the client asked for. */
    record Ok(ObjectNode response) implements Answer {}

    /**
     * It was not done.
     *
     * @param reason one stable word or phrase for programs, such as {@code not_found}
     * @param message a sentence for people, or null
     */
    record Refused(String reason, String message) implements Answer {}

    /** Done, and nothing to tell. */
    static Answer ok() {
        return new Ok(JsonNodeFactory.instance.objectNode());
    }

    static Answer refused(String reason) {
        return new Refused(reason, null);
    }

    /** The payload of the {@code phx_reply}. */
    default ObjectNode toReply() {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        return switch (this) {
            case Ok(ObjectNode response) -> {
                reply.put("status", "ok").set("response", response);
                yield reply;
            }
            case Refused(String reason, String message) -> {
                ObjectNode response = reply.put("status", "error").putObject("response");
                response.put("reason", reason);
                if (message != null) {
                    response.put("code", reason).put("message", message);
                }
                yield reply;
            }
        };
    }
}
