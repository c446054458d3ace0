package viva.llm.speech;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Which requests a model was asked for, so that none is paid for twice. It keeps words no longer than somebody may wait for them. */
interface RequestLog {
    /** What is known of a request when it comes. */
    sealed interface Known {
        /** It came for the first time, and is noted now. */
        record New() implements Known {}

        /** A model was asked for it, and nobody knows what came of that. */
        record Unanswered() implements Known {}

        /** It was answered. */
        record Answered(Spoken spoken) implements Known {}
    }

    /**
     * Notes a request before a model is asked. Never fails: when nothing can be noted, it counts as {@link Known.Unanswered}.
     *
     * @param until when it may be forgotten
     */
    Uni<Known> begin(UUID request, Instant until);

    /** Notes the answer. Never fails. */
    Uni<Void> answered(UUID request, Spoken spoken, Instant until);
}
