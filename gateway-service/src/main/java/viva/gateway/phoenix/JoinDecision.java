package viva.gateway.phoenix;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a join is answered with. */
public sealed interface JoinDecision {
    /** The topic is joined; {@code response} tells the client what it needs to begin. */
    record Granted(Channel channel, ObjectNode response) implements JoinDecision {}

    /** The topic is not joined. The reason never tells more than the asker may know. */
    record Denied(Answer.Refused answer) implements JoinDecision {}

    static JoinDecision denied(String reason) {
        return denied(reason, null);
    }

    /** As {@link Answer.Refused}. */
    static JoinDecision denied(String reason, String message) {
        return new Denied(new Answer.Refused(reason, message));
    }
}
