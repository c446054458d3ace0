package viva.llm.speech;

import java.util.Optional;
import viva.contracts.message.SpeakV1;

/** What a request must have before anybody can find words for it. */
final class SpeakCheck {
    static final int MOST_CHARS = 4_000;
    static final int MOST_LINES = 20;

    /** One field and what is wrong with it. */
    record Fault(String field, String message) {}

    private SpeakCheck() {}

    static Optional<Fault> fault(SpeakV1 request) {
        if (request.avatarId() == null) {
            return missing("avatar_id");
        }
        if (request.messageId() == null) {
            return missing("message_id");
        }
        if (request.profile() == null) {
            return missing("profile");
        }
        if (request.state() == null) {
            return missing("state");
        }
        if (request.state().emotions() == null) {
            return missing("state.emotions");
        }
        if (request.state().worldTime() == null) {
            return missing("state.world_time");
        }
        if (request.said() == null) {
            return missing("said");
        }
        return sizes(request);
    }

    private static Optional<Fault> sizes(SpeakV1 request) {
        if (request.said().length() > MOST_CHARS) {
            return Optional.of(new Fault("said", "must have at most " + MOST_CHARS + " characters"));
        }
        if (request.recent().size() > MOST_LINES) {
            return Optional.of(new Fault("recent", "must have at most " + MOST_LINES + " lines"));
        }
        return Optional.empty();
    }

    private static Optional<Fault> missing(String field) {
        return Optional.of(new Fault(field, "must be there"));
    }
}
